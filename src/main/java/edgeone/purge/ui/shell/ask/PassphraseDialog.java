package edgeone.purge.ui.shell.ask;

import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Asks for the passphrase of the encrypted file while the calling thread waits. */
public final class PassphraseDialog implements PassphraseSource {
    private final Supplier<Dialogs> dialogs;
    private final Runnable forgotten;

    /**
     * @param forgotten called on the JavaFX thread if the user has forgotten the passphrase; the
     *     waiting thread then gets none
     */
    public PassphraseDialog(Supplier<Dialogs> dialogs, Runnable forgotten) {
        this.dialogs = dialogs;
        this.forgotten = forgotten;
    }

    @Override
    public char @Nullable [] passphrase(boolean creating) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("do not read secrets on the JavaFX thread");
        }
        CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
        Platform.runLater(() -> ask(creating, answer));
        try {
            return answer.get().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(false);
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void ask(boolean creating, CompletableFuture<Optional<char[]>> answer) {
        Dialogs kit = dialogs.get();
        PasswordField first = field("passphrase");
        PasswordField second = field("passphrase-again");
        Label why =
                new Label(kit.text(creating ? "window.passphrase.new" : "window.passphrase.open"));
        why.setWrapText(true);
        VBox content = new VBox(8, why, named(kit.text("window.passphrase.label"), first), first);
        if (creating) {
            content.getChildren()
                    .addAll(named(kit.text("window.passphrase.again"), second), second);
        }
        ButtonType go = new ButtonType(kit.text("window.passphrase.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                kit.dialog(kit.text("window.passphrase.title"), content, go, kit.cancel());
        if (!creating) {
            content.getChildren().add(forgottenLink(kit, dialog));
        }
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("passphrase-go");
        Dialogs.pressOnEnter(dialog, go);
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        first.getText().isBlank()
                                                || (creating
                                                        && !first.getText()
                                                                .equals(second.getText())),
                                first.textProperty(),
                                second.textProperty()));
        dialog.setOnShown(_ -> first.requestFocus());
        dialog.setOnHidden(
                _ -> {
                    boolean given = dialog.getResult() == go;
                    char[] typed = given ? Fields.characters(first) : null;
                    first.clear();
                    second.clear();
                    if (!answer.complete(Optional.ofNullable(typed)) && typed != null) {
                        Arrays.fill(typed, '\0');
                    }
                });
        dialog.show();
    }

    private Hyperlink forgottenLink(Dialogs kit, Dialog<ButtonType> dialog) {
        Hyperlink link = new Hyperlink(kit.text("window.passphrase.forgotten"));
        link.setId("passphrase-forgotten");
        link.setOnAction(
                _ -> {
                    dialog.close();
                    forgotten.run();
                });
        return link;
    }

    private static PasswordField field(String id) {
        PasswordField field = new PasswordField();
        field.setId(id);
        return field;
    }

    private static Label named(String text, PasswordField field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        field.setAccessibleText(text);
        return label;
    }
}
