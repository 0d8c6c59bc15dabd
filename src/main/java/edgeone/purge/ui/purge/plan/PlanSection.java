package edgeone.purge.ui.purge.plan;

import static edgeone.purge.ui.kit.Boxes.column;
import static edgeone.purge.ui.kit.Boxes.label;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Boxes.wrapped;

import edgeone.purge.ui.kit.Formats;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Function;

/**
 * A titled list of cards, hidden while it is empty.
 *
 * @param <T> what a card shows
 */
final class PlanSection<T> {
    /** More cards than this help nobody; the rest is only counted. */
    private static final int SHOWN = 30;

    private final Formats formats;
    private final Function<T, Node> card;
    private final VBox cards = column(6);
    private final VBox root;

    PlanSection(Formats formats, String titleKey, Function<T, Node> card) {
        this.formats = formats;
        this.card = card;
        root = column(6, wrapped(formats.text(titleKey), "title"), cards);
    }

    Node root() {
        return root;
    }

    void show(List<T> items) {
        toggle(root, !items.isEmpty());
        cards.getChildren().setAll(items.stream().limit(SHOWN).map(card).toList());
        if (items.size() > SHOWN) {
            cards.getChildren()
                    .add(label(formats.text("window.plan.more", items.size() - SHOWN), "muted"));
        }
    }
}
