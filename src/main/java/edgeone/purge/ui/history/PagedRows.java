package edgeone.purge.ui.history;

import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.collections.ObservableListBase;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The targets of a job as a list that reads a page when a row of it is looked at, so that 100,000
 * rows cost no more than those on the screen. Rows that are not read yet are {@link #LOADING}.
 */
final class PagedRows extends ObservableListBase<TargetRow> {
    static final int PAGE = 200;
    static final TargetRow LOADING =
            new TargetRow(0, 0, "…", TargetState.PENDING, null, null, null, null);

    private final Tasks tasks;
    private final Source source;
    private final int size;
    private final Map<Integer, List<TargetRow>> pages = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();

    /** Reads rows; blocks, called off the UI thread. */
    @FunctionalInterface
    interface Source {
        List<TargetRow> rows(int offset, int limit);
    }

    /**
     * Made on the UI thread.
     *
     * @param size how many rows there are
     */
    PagedRows(Tasks tasks, int size, Source source) {
        this.tasks = tasks;
        this.size = size;
        this.source = source;
    }

    @Override
    public TargetRow get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int page = index / PAGE;
        List<TargetRow> rows = pages.get(page);
        if (rows == null) {
            ask(page);
            rows = pages.get(page);
        }
        int at = index % PAGE;
        return rows == null || at >= rows.size() ? LOADING : rows.get(at);
    }

    @Override
    public int size() {
        return size;
    }

    private void ask(int page) {
        if (asked.add(page)) {
            int start = page * PAGE;
            tasks.run(
                    () -> source.rows(start, Math.min(PAGE, size - start)),
                    rows -> show(page, rows),
                    _ -> asked.remove(page));
        }
    }

    private void show(int page, List<TargetRow> rows) {
        pages.put(page, rows);
        int start = page * PAGE;
        int end = Math.min(start + rows.size(), size);
        if (start < end) {
            TargetRow[] before = new TargetRow[end - start];
            Arrays.fill(before, LOADING);
            beginChange();
            nextReplace(start, end, Arrays.asList(before));
            endChange();
        }
    }
}
