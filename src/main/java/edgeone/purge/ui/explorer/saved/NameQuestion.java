package edgeone.purge.ui.explorer.saved;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.named;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.requests.RequestException;
import edgeone.purge.requests.RequestProblem;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import java.util.function.Consumer;

/** Asks for the name of a request; stays open until the answer has been taken. */
final class NameQuestion {
    private final Formats formats;
    private final Dialogs dialogs;
    private final TextField name = named("request-name", new TextField());
    private final Label wrong = named("request-wrong", wrapped("", "danger-text"));
    private final CheckBox replace = named("request-replace", new CheckBox());
    private boolean mayReplace;

    NameQuestion(Formats formats, Dialogs dialogs) {
        this.formats = formats;
        this.dialogs = dialogs;
    }

    /** Offers to replace the request that has the name already. */
    NameQuestion mayReplace() {
        mayReplace = true;
        return this;
    }

    /** Takes a name. */
    @FunctionalInterface
    interface Taker {
        void take(String name, boolean replaces, Runnable done, Consumer<? super Exception> failed);
    }

    /**
     * Asks.
     *
     * @param go what the button says
     * @param suggested the name to begin with
     */
    void ask(String title, String go, String suggested, Taker taker) {
        name.setText(suggested);
        name.setAccessibleText(formats.text("requests.window.name"));
        Label label = label(formats.text("requests.window.name"));
        label.setLabelFor(name);
        replace.setText(formats.text("requests.window.replace"));
        toggle(wrong, false);
        toggle(replace, false);
        ButtonType save = new ButtonType(go, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        title, column(8, label, name, replace, wrong), save, dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(save);
        button.setId("request-name-go");
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    button.setDisable(true);
                    taker.take(
                            name.getText().strip(),
                            replace.isSelected(),
                            dialog::close,
                            e -> {
                                button.setDisable(false);
                                refused(e);
                                dialog.getDialogPane().getScene().getWindow().sizeToScene();
                            });
                });
        Dialogs.pressOnEnter(dialog, save);
        dialog.setOnShown(
                _ -> {
                    name.requestFocus();
                    name.selectAll();
                });
        dialog.show();
    }

    private void refused(Exception e) {
        Fields.mark(name, true);
        wrong.setText(
                e instanceof RequestException request
                        ? request.text(formats.messages())
                        : formats.trouble(e).asText());
        toggle(wrong, true);
        toggle(replace, replace.isVisible() || (mayReplace && isTaken(e)));
        name.requestFocus();
    }

    private static boolean isTaken(Exception e) {
        return e instanceof RequestException request
                && request.problem() == RequestProblem.NAME_TAKEN;
    }
}
