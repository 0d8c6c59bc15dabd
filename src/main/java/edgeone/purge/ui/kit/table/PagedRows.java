package edgeone.purge.ui.kit.table;

import edgeone.purge.ui.kit.task.Tasks;

import javafx.collections.ObservableListBase;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Rows that are read a page at a time when one of them is looked at, so that 100,000 rows cost no
 * more than those on the screen. Rows that are not read yet are a placeholder.
 *
 * @param <T> a row
 */
public final class PagedRows<T> extends ObservableListBase<T> {
    /** Rows a page. */
    public static final int PAGE = 40;

    /** A high screen of rows lies on three pages; the fourth is the one it came from. */
    private static final int LOOKED_AT = 4;

    private final Tasks tasks;
    private final T placeholder;
    private final Map<Integer, List<T>> pages = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private final LinkedHashSet<Integer> looked = new LinkedHashSet<>();
    private Source<T> source = (_, _) -> List.of();
    private int generation;
    private int size;

    /** Reads rows; blocks, called off the UI thread. */
    @FunctionalInterface
    public interface Source<T> {
        List<T> rows(int offset, int limit) throws Exception;
    }

    /** Starts without rows. Made on the UI thread. */
    public PagedRows(Tasks tasks, T placeholder) {
        this.tasks = tasks;
        this.placeholder = placeholder;
    }

    /**
     * Reads pages, to be shown together; blocks.
     *
     * @param numbers from 0
     */
    public static <T> Map<Integer, List<T>> read(Source<T> source, Set<Integer> numbers)
            throws Exception {
        Map<Integer, List<T>> read = new HashMap<>();
        for (int page : numbers) {
            read.put(page, source.rows(page * PAGE, PAGE));
        }
        return read;
    }

    /**
     * Replaces the rows.
     *
     * @param rows how many there are
     * @param known pages that are read already
     */
    public void show(Source<T> from, int rows, Map<Integer, List<T>> known) {
        boolean same =
                rows == size
                        && known.keySet().containsAll(looked)
                        && known.equals(seen(known.keySet()));
        int before = size;
        source = from;
        generation++;
        size = rows;
        asked.clear();
        pages.clear();
        pages.putAll(known);
        if (!same) {
            looked.retainAll(known.keySet());
            fire(before);
        }
    }

    private Map<Integer, List<T>> seen(Set<Integer> numbers) {
        Map<Integer, List<T>> seen = new HashMap<>(pages);
        seen.keySet().retainAll(numbers);
        return seen;
    }

    private void fire(int before) {
        int common = Math.min(before, size);
        beginChange();
        if (common > 0) {
            nextReplace(0, common, Collections.nCopies(common, placeholder));
        }
        resized(before);
        endChange();
    }

    private void resized(int before) {
        if (size > before) {
            nextAdd(before, size);
        } else if (size < before) {
            nextRemove(size, Collections.nCopies(before - size, placeholder));
        }
    }

    /** Changes how many rows there are; what is read stays. */
    public void resize(int rows) {
        int before = size;
        if (rows != before) {
            size = rows;
            if (rows < before) {
                pages.keySet().removeIf(page -> page * PAGE >= rows);
            } else {
                // The last page may have been shorter.
                pages.remove(before / PAGE);
                asked.remove(before / PAGE);
            }
            beginChange();
            resized(before);
            endChange();
        }
    }

    /** The pages that were looked at last, and the one after each. */
    public Set<Integer> inView() {
        Set<Integer> numbers = new TreeSet<>();
        for (int page : looked) {
            numbers.add(page);
            numbers.add(page + 1);
        }
        numbers.removeIf(page -> page * PAGE >= size);
        if (numbers.isEmpty()) {
            numbers.add(0);
        }
        return numbers;
    }

    /** Where a row is, among those that are read; -1 if it is not there. */
    public int find(Predicate<T> wanted) {
        for (Map.Entry<Integer, List<T>> page : pages.entrySet()) {
            List<T> rows = page.getValue();
            for (int i = 0; i < rows.size(); i++) {
                if (wanted.test(rows.get(i))) {
                    int at = page.getKey() * PAGE + i;
                    return at < size ? at : -1;
                }
            }
        }
        return -1;
    }

    /** Whether a row is read. */
    public boolean isRead(T row) {
        return !row.equals(placeholder);
    }

    @Override
    public T get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int page = index / PAGE;
        looked.remove(page);
        looked.add(page);
        if (looked.size() > LOOKED_AT) {
            looked.removeFirst();
        }
        List<T> rows = pages.get(page);
        if (rows == null) {
            ask(page);
            rows = pages.get(page);
        }
        int at = index % PAGE;
        return rows == null || at >= rows.size() ? placeholder : rows.get(at);
    }

    @Override
    public int size() {
        return size;
    }

    private void ask(int page) {
        if (asked.add(page)) {
            int mine = generation;
            int start = page * PAGE;
            Source<T> from = source;
            tasks.run(
                    () -> from.rows(start, PAGE),
                    rows -> {
                        if (mine == generation) {
                            arrived(page, rows);
                        }
                    },
                    _ -> {
                        if (mine == generation) {
                            asked.remove(page);
                        }
                    });
        }
    }

    private void arrived(int page, List<T> rows) {
        pages.put(page, rows);
        int start = page * PAGE;
        int end = Math.min(start + rows.size(), size);
        if (start < end) {
            beginChange();
            nextReplace(start, end, Collections.nCopies(end - start, placeholder));
            endChange();
        }
    }
}
