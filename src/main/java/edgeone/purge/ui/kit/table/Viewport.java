package edgeone.purge.ui.kit.table;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * Keeps the row at the top of a table where it is when others come above it. A table that shows its
 * first row shows the newest first row.
 *
 * @param <T> a row
 */
public final class Viewport<T> {
    private final TableView<T> table;
    private final Class<T> type;
    private final Function<T, ?> id;

    /**
     * @param id what a row keeps when it changes
     */
    public Viewport(TableView<T> table, Class<T> type, Function<T, ?> id) {
        this.table = table;
        this.type = type;
        this.id = id;
    }

    /** To be called when the rows have changed and are not laid out yet. */
    public void stay(PagedRows<T> rows) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        if (flow == null
                || top == null
                || !type.isInstance(top.getItem())
                || (top.getIndex() == 0 && top.getLayoutY() >= 0)) {
            return;
        }
        T before = type.cast(top.getItem());
        if (!rows.isRead(before)) {
            return;
        }
        Object kept = id.apply(before);
        double hidden = -top.getLayoutY();
        int now = rows.find(row -> id.apply(row).equals(kept));
        if (now >= 0 && now != top.getIndex()) {
            table.scrollTo(now);
            flow.scrollPixels(hidden);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
