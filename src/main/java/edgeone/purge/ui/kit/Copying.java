package edgeone.purge.ui.kit;

import edgeone.purge.messages.Messages;

import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

import java.util.function.Supplier;

/** Copies to the clipboard. */
public final class Copying {
    private Copying() {}

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A link that copies a text and briefly says so. */
    public static Hyperlink link(Messages messages, Supplier<String> text) {
        Hyperlink link = new Hyperlink(messages.text("window.copy"));
        link.setAccessibleText(messages.text("window.copy"));
        PauseTransition back = new PauseTransition(Duration.seconds(1.5));
        back.setOnFinished(_ -> link.setText(messages.text("window.copy")));
        link.setOnAction(
                _ -> {
                    copy(text.get());
                    link.setText(messages.text("window.copied"));
                    link.setVisited(false);
                    back.playFromStart();
                });
        return link;
    }
}
