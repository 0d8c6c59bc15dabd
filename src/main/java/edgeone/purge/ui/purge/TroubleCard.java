package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.ErrorPane;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** Why EdgeOne cannot be reached, with a button that tries again. */
final class TroubleCard {
    private final Formats formats;
    private final Runnable onRetry;
    private final VBox root = styled(new VBox(), "card", "problem");

    TroubleCard(Formats formats, Runnable onRetry) {
        this.formats = formats;
        this.onRetry = onRetry;
    }

    Node root() {
        return root;
    }

    /**
     * @param trouble null hides the card
     */
    void show(@Nullable Exception trouble) {
        toggle(root, trouble != null);
        root.getChildren().clear();
        if (trouble != null) {
            Button retry = new Button(formats.text("window.link.again"));
            retry.setOnAction(_ -> onRetry.run());
            root.getChildren()
                    .addAll(new ErrorPane(formats.messages(), formats.trouble(trouble)), retry);
        }
    }
}
