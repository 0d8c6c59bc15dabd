package edgeone.purge.ui.explorer;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.teo.Signer;
import edgeone.purge.teo.tc3.Signature;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.task.Latest;

import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Every stage of the signature of a call, as the open account would sign it now. */
final class SignaturePane {
    private final ExplorerViewModel model;
    private final Formats formats;
    private final Latest signing;
    private final TextArea stages = new TextArea();
    private final VBox root;
    private @Nullable Known known;

    /** Who signs for a connection; kept, so that the secret is read once. */
    private record Known(Connection connection, Signer signer) {}

    SignaturePane(ExplorerViewModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        signing = model.tasks().latest();
        stages.setId("explorer-signature");
        stages.setEditable(false);
        stages.setWrapText(true);
        stages.getStyleClass().add("mono");
        stages.setAccessibleText(formats.text("explorer.tab.signature"));
        VBox.setVgrow(stages, Priority.ALWAYS);
        root = new VBox(6, Boxes.wrapped(formats.text("explorer.signature.note"), "muted"), stages);
    }

    Parent root() {
        return root;
    }

    /** Signs a call, and shows how. */
    void show(Draft call) {
        Connection connection = model.session().connection();
        if (connection == null) {
            stages.setText(formats.text("explorer.signature.nobody"));
            return;
        }
        Known before = known;
        signing.run(
                () -> {
                    Known now =
                            before != null && before.connection().equals(connection)
                                    ? before
                                    : new Known(connection, model.signer(connection));
                    return new Signed(now, now.signer().sign(call.body(), Instant.now()));
                },
                signed -> {
                    known = signed.by();
                    said(call, signed.signature());
                },
                trouble -> stages.setText(formats.trouble(trouble).asText()));
    }

    private record Signed(Known by, Signature signature) {}

    private void said(Draft call, Signature signature) {
        StringBuilder text = new StringBuilder();
        stage(text, "api.sign.body", call.text().strip());
        stage(text, "api.sign.request", signature.request().text());
        stage(text, "api.sign.hash", signature.request().hash());
        stage(text, "api.sign.text", signature.text().text());
        stage(text, "api.sign.signature", signature.value());
        stage(text, "api.sign.header", signature.authorization().headerValue());
        stages.setText(VisibleText.lines(text.toString(), _ -> true));
    }

    private void stage(StringBuilder text, String title, String what) {
        text.append(formats.text(title)).append('\n').append(what).append("\n\n");
    }
}
