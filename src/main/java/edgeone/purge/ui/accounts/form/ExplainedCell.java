package edgeone.purge.ui.accounts.form;

import edgeone.purge.ui.kit.Boxes;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** A choice with its meaning on the line below. */
final class ExplainedCell<T> extends ListCell<T> {
    private static final double WIDTH = 300;

    private final Function<T, String> name;
    private final Function<T, String> meaning;

    ExplainedCell(Function<T, String> name, Function<T, String> meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label below = Boxes.wrapped(meaning.apply(item), "muted", "small");
        below.setPrefWidth(WIDTH);
        setGraphic(Boxes.column(1, Boxes.label(name.apply(item)), below));
        setAccessibleText(name.apply(item) + ". " + meaning.apply(item));
    }
}
