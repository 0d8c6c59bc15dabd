package edgeone.purge.teo.reply;

import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnansweredException;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a list in pages, where a missed row would only be missing from a picker. */
public final class Paging {
    /** More pages than this count as a server that never stops. */
    static final int MOST_PAGES = 1_000;

    private Paging() {}

    /** Requests one page. */
    public interface Source {
        ReplyFields page(long offset, int limit) throws TeoException, InterruptedException;
    }

    /** Makes a record of a row; null for a row to skip. */
    public interface Reader<T> {
        @Nullable T read(ReplyFields row) throws UnansweredException;
    }

    /**
     * Returns all rows, each key once; stops when EdgeOne's total is reached, a page is empty, or a
     * page holds nothing new.
     */
    public static <T> List<T> all(
            String list, int limit, Source source, Reader<T> reader, Function<T, String> key)
            throws TeoException, InterruptedException {
        Map<String, T> rows = new LinkedHashMap<>();
        long offset = 0;
        for (int n = 0; n < MOST_PAGES; n++) {
            ReplyFields reply = source.page(offset, limit);
            Long total = reply.number("TotalCount");
            if (total == null && !reply.names(list)) {
                throw reply.unexpected(list + " is missing");
            }
            int before = rows.size();
            for (ReplyFields fields : reply.objects(list)) {
                T row = reader.read(fields);
                if (row != null) {
                    rows.putIfAbsent(key.apply(row), row);
                }
            }
            int size = reply.size(list);
            offset += size;
            boolean more = total == null || offset < total || size >= limit;
            if (!more || rows.size() == before) {
                break;
            }
        }
        return List.copyOf(rows.values());
    }
}
