package edgeone.purge.ui.accounts;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.ui.kit.Formats;

import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** The side beside the table: the panel of one account, with its buttons below. */
final class AccountSide {
    /** How much higher a scroll pane is than its content. */
    private static final double EDGES = 2;

    private final VBox side;
    private final ScrollPane scroll;
    private final Button save;
    private final Button cancel;
    private final Formats formats;
    private @Nullable AccountPanel panel;

    AccountSide(VBox side, ScrollPane scroll, Button save, Button cancel, Formats formats) {
        this.side = side;
        this.scroll = scroll;
        this.save = save;
        this.cancel = cancel;
        this.formats = formats;
        side.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> save.fire();
            case ESCAPE -> cancel.fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What is shown; null for nothing. */
    @Nullable AccountPanel panel() {
        return panel;
    }

    /** Shows another panel, or nothing, and forgets the secrets in the one before. */
    void show(@Nullable AccountPanel next) {
        if (panel != null) {
            panel.form().forgetKey();
        }
        panel = next;
        scroll.setContent(next);
        // The buttons follow the form, and stay visible if it is longer than the window.
        if (next == null) {
            scroll.maxHeightProperty().unbind();
        } else {
            scroll.maxHeightProperty().bind(next.heightProperty().add(EDGES));
        }
        scrollToTop();
        toggle(side, next != null);
        cancel.setText(
                formats.text(
                        next != null && next.account() == null
                                ? "window.dialog.cancel"
                                : "window.accounts.revert"));
    }

    void scrollToTop() {
        scroll.setVvalue(0);
    }
}
