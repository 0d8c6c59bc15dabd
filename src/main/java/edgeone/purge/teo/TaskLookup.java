package edgeone.purge.teo;

import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.reply.PurgeTask;
import edgeone.purge.teo.reply.PurgeTasks;
import edgeone.purge.teo.reply.ReplyFields;
import edgeone.purge.teo.reply.Rows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One complete lookup of purges or of prefetches. To prove that a job is absent, a lookup must not
 * miss a row, so the pages have to add up: the same total on each, and that many rows. Pages that
 * shift while being read are read again.
 */
final class TaskLookup {
    static final int PAGE = 1_000;
    static final int ROUNDS = 3;

    /** More rows than any account can create in seven days. */
    private static final int MOST_PAGES = 500;

    private final Caller caller;
    private final PurgeTaskQuery query;

    TaskLookup(Caller caller, PurgeTaskQuery query) {
        this.caller = caller;
        this.query = query;
    }

    PurgeTasks run() throws TeoException, InterruptedException {
        for (int n = 0; n < ROUNDS; n++) {
            PurgeTasks tasks = round();
            if (tasks != null) {
                return tasks;
            }
        }
        throw UnansweredException.of(
                query.kind().describe(),
                "Reply.Incomplete",
                "the pages do not add up to TotalCount",
                null);
    }

    /** Null if the pages do not add up. */
    private @Nullable PurgeTasks round() throws TeoException, InterruptedException {
        Map<String, List<PurgeTask>> rows = new LinkedHashMap<>();
        long expected = -1;
        long offset = 0;
        for (int n = 0; n < MOST_PAGES; n++) {
            ReplyFields reply =
                    caller.call(
                            query.kind().describe(),
                            RequestBodies.describeTasks(query, offset, PAGE));
            Long total = reply.number("TotalCount");
            if (total == null) {
                throw reply.unexpected("TotalCount is missing");
            }
            if (expected >= 0 && expected != total) {
                return null;
            }
            expected = total;
            int size = reply.size("Tasks");
            add(reply.objects("Tasks"), rows);
            offset += size;
            int seen = rows.values().stream().mapToInt(List::size).sum();
            if (seen > total) {
                return null;
            }
            // A full last page may hide rows beyond a wrong total.
            boolean more = offset < total || size >= PAGE;
            if (!more || size == 0) {
                return seen == total ? result(rows, reply.wordsOrNull("RequestId")) : null;
            }
        }
        return null;
    }

    /**
     * Counts a row seen on two pages once, because it moved; equal rows on one page count
     * separately.
     */
    private static void add(List<ReplyFields> page, Map<String, List<PurgeTask>> rows)
            throws UnansweredException {
        Map<String, List<PurgeTask>> here = new LinkedHashMap<>();
        for (ReplyFields fields : page) {
            PurgeTask task = Rows.task(fields);
            String key = task.jobId() + '\n' + task.type() + '\n' + task.target();
            here.computeIfAbsent(key, k -> new ArrayList<>()).add(task);
        }
        here.forEach(
                (key, tasks) -> rows.merge(key, tasks, (a, b) -> b.size() >= a.size() ? b : a));
    }

    /** Keeps only what was asked for, in case the server ignores the filter. */
    private PurgeTasks result(Map<String, List<PurgeTask>> rows, @Nullable String requestId) {
        List<PurgeTask> tasks =
                rows.values().stream().flatMap(List::stream).filter(this::asked).toList();
        return new PurgeTasks(tasks, requestId);
    }

    private boolean asked(PurgeTask task) {
        return switch (query) {
            case PurgeTaskQuery.ByJob job -> task.jobId().equals(job.jobId());
            case PurgeTaskQuery.ByTime time ->
                    time.type() == null || time.type().wireName().equals(task.type());
        };
    }
}
