package edgeone.purge.ui.history.list;

import edgeone.purge.model.JobSummary;
import edgeone.purge.ui.kit.table.PagedRows;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the job at the top of a table where it is when others come above it. A table that shows its
 * first row shows the newest first row.
 */
final class Viewport {
    private final TableView<JobSummary> table;

    Viewport(TableView<JobSummary> table) {
        this.table = table;
    }

    /** To be called when the rows have changed and are not laid out yet. */
    void stay(PagedRows<JobSummary> rows) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> top = flow == null ? null : flow.getFirstVisibleCell();
        if (flow == null
                || top == null
                || !(top.getItem() instanceof JobSummary before)
                || !rows.isRead(before)
                || (top.getIndex() == 0 && top.getLayoutY() >= 0)) {
            return;
        }
        String id = before.job().id();
        double hidden = -top.getLayoutY();
        int now = rows.find(job -> job.job().id().equals(id));
        if (now >= 0 && now != top.getIndex()) {
            table.scrollTo(now);
            flow.scrollPixels(hidden);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
