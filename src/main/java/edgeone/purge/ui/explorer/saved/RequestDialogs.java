package edgeone.purge.ui.explorer.saved;

import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.requests.RequestException;
import edgeone.purge.requests.SavedRequest;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;

import java.util.function.Consumer;

/** What the window asks and says about saved requests. */
public final class RequestDialogs {
    private final Formats formats;
    private final Dialogs dialogs;
    private final RequestShelf shelf;

    public RequestDialogs(Formats formats, Dialogs dialogs, RequestShelf shelf) {
        this.formats = formats;
        this.dialogs = dialogs;
        this.shelf = shelf;
    }

    /** Asks for a name and keeps a call under it. */
    public void save(String action, String body) {
        new NameQuestion(formats, dialogs)
                .mayReplace()
                .ask(
                        formats.text("requests.window.save.title"),
                        formats.text("requests.window.save.go"),
                        "",
                        (name, replaces, done, failed) ->
                                shelf.save(
                                        new SavedRequest(name, action, body),
                                        replaces,
                                        done,
                                        failed));
    }

    /**
     * Lists what is saved.
     *
     * @param open receives the request that the user opens
     */
    public void list(Consumer<SavedRequest> open) {
        new RequestList(formats, dialogs, shelf, this).show(open);
    }

    void rename(SavedRequest request) {
        new NameQuestion(formats, dialogs)
                .ask(
                        formats.text("requests.window.rename.title", request.name()),
                        formats.text("requests.window.rename.go"),
                        request.name(),
                        (name, _, done, failed) ->
                                shelf.rename(request.name(), name, done, failed));
    }

    void delete(SavedRequest request) {
        ButtonType go =
                new ButtonType(formats.text("requests.window.delete.go"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog =
                dialogs.dialog(
                        formats.text("requests.window.delete.title"),
                        wrapped(formats.text("requests.window.delete.what", request.name())),
                        go,
                        dialogs.cancel());
        Button button = (Button) dialog.getDialogPane().lookupButton(go);
        button.setId("request-delete-go");
        button.getStyleClass().add("danger");
        button.setOnAction(_ -> shelf.delete(request.name(), this::tell));
        dialog.show();
    }

    void tell(Exception e) {
        if (e instanceof RequestException request) {
            dialogs.say(formats.text("requests.window.title"), request.text(formats.messages()));
        } else {
            dialogs.error(e);
        }
    }
}
