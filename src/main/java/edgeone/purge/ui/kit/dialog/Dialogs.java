package edgeone.purge.ui.kit.dialog;

import edgeone.purge.messages.Messages;
import edgeone.purge.ui.kit.Theme;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.kit.trouble.Troubles;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Dialogs that carry the account's colour, with the harmless button as the default. */
public final class Dialogs {
    private final Messages messages;
    private final Supplier<@Nullable Window> owner;
    private final Supplier<String> colour;
    private final UnaryOperator<String> cover;

    /**
     * @param owner the window dialogs belong to; null if there is none yet
     * @param colour the account's colour, {@code #rrggbb}
     * @param cover removes secrets from error messages
     */
    public Dialogs(
            Messages messages,
            Supplier<@Nullable Window> owner,
            Supplier<String> colour,
            UnaryOperator<String> cover) {
        this.messages = messages;
        this.owner = owner;
        this.colour = colour;
        this.cover = cover;
    }

    /** The stylesheet of the program, for scenes and popups. */
    public static String stylesheet() {
        return Objects.requireNonNull(Theme.class.getResource("console.css")).toExternalForm();
    }

    /** A dialog with {@code content}, styled like the window. */
    public Dialog<ButtonType> dialog(String title, Node content, ButtonType... buttons) {
        Dialog<ButtonType> dialog = new Dialog<>();
        Window window = owner.get();
        if (window != null) {
            dialog.initOwner(window);
        }
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(title);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().add(stylesheet());
        pane.setStyle(Dressing.style(colour.get(), messages.language()));
        pane.getStyleClass().add("console-dialog");
        Region strip = new Region();
        strip.getStyleClass().add("account-strip");
        VBox body = new VBox(14, strip, content);
        VBox.setMargin(content, new Insets(0, 18, 0, 18));
        pane.setContent(body);
        pane.setPrefWidth(520);
        pane.getButtonTypes().setAll(buttons);
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, _ -> centre(dialog, window));
        for (ButtonType type : buttons) {
            Button button = (Button) pane.lookupButton(type);
            button.setDefaultButton(type.getButtonData().isCancelButton());
        }
        return dialog;
    }

    /** Lets Enter press {@code type} instead of the harmless button; for harmless questions. */
    public static void pressOnEnter(Dialog<ButtonType> dialog, ButtonType type) {
        DialogPane pane = dialog.getDialogPane();
        for (ButtonType each : pane.getButtonTypes()) {
            ((Button) pane.lookupButton(each)).setDefaultButton(each == type);
        }
    }

    /** Centres a dialog, which some window managers would put in a corner of the screen. */
    private static void centre(Dialog<?> dialog, @Nullable Window window) {
        if (window != null) {
            dialog.setX(window.getX() + (window.getWidth() - dialog.getWidth()) / 2);
            dialog.setY(window.getY() + (window.getHeight() - dialog.getHeight()) / 2);
        }
    }

    /** A text in the language of the dialogs. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The button that leaves everything as it is. */
    public ButtonType cancel() {
        return new ButtonType(messages.text("window.dialog.cancel"), ButtonData.CANCEL_CLOSE);
    }

    /** Shows an error. */
    public void error(Exception exception) {
        error(exception, () -> {});
    }

    /**
     * Shows an error.
     *
     * @param closed called when it is closed
     */
    public void error(Exception exception, Runnable closed) {
        Trouble trouble = Troubles.of(messages, exception, cover);
        ButtonType close =
                new ButtonType(messages.text("window.dialog.close"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = dialog(trouble.what(), new ErrorPane(messages, trouble), close);
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> closed.run());
        dialog.show();
    }

    /** Shows a sentence. */
    public void say(String title, String text) {
        say(title, text, () -> {});
    }

    /**
     * Shows a sentence.
     *
     * @param closed called when it is closed
     */
    public void say(String title, String text, Runnable closed) {
        ButtonType close =
                new ButtonType(messages.text("window.dialog.close"), ButtonData.CANCEL_CLOSE);
        Label label = new Label(text);
        label.setWrapText(true);
        Dialog<ButtonType> dialog = dialog(title, label, close);
        dialog.addEventHandler(DialogEvent.DIALOG_HIDDEN, _ -> closed.run());
        dialog.show();
    }
}
