package edgeone.purge.journal;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What jobs are found by, kept beside them in the same transaction. A job is the rows {@code number
 * << 21} and on of the table {@code search}: the first holds its own words, the others up to {@link
 * #TARGETS_A_ROW} targets each, and from {@code 1 << 20} on the ids of a batch each. A row for each
 * target would take twice the space and find no faster.
 */
final class SearchRows {
    static final int SHIFT = 21;
    static final int TARGETS_A_ROW = 16;

    /** Whether a row of {@code search} holds what is looked for as {@code LIKE ?1}. */
    static final String HOLDS =
            """
            CASE
            WHEN search.rowid & 2097151 = 0 THEN job.id LIKE ?1 ESCAPE '\\'
              OR job.account LIKE ?1 ESCAPE '\\' OR job.zone_id LIKE ?1 ESCAPE '\\'
              OR job.zone_name LIKE ?1 ESCAPE '\\' OR job.note LIKE ?1 ESCAPE '\\'
            WHEN search.rowid & 1048576 THEN EXISTS (SELECT 1 FROM batch WHERE job_id = job.id
              AND n = search.rowid & 1048575
              AND (task_id LIKE ?1 ESCAPE '\\' OR request_id LIKE ?1 ESCAPE '\\'))
            ELSE EXISTS (SELECT 1 FROM target WHERE job_id = job.id
              AND position BETWEEN (search.rowid & 1048575) * 16 - 15 AND (search.rowid & 1048575) * 16
              AND target LIKE ?1 ESCAPE '\\')
            END
            """;

    /**
     * Whether a job holds what is looked for as {@code LIKE ?1}, without a row of {@code search}.
     */
    static final String JOB_HOLDS =
            """
            (job.id LIKE ?1 ESCAPE '\\' OR job.account LIKE ?1 ESCAPE '\\'
              OR job.zone_id LIKE ?1 ESCAPE '\\' OR job.zone_name LIKE ?1 ESCAPE '\\'
              OR job.note LIKE ?1 ESCAPE '\\'
              OR EXISTS (SELECT 1 FROM target WHERE job_id = job.id AND target LIKE ?1 ESCAPE '\\')
              OR EXISTS (SELECT 1 FROM batch WHERE job_id = job.id
                AND (task_id LIKE ?1 ESCAPE '\\' OR request_id LIKE ?1 ESCAPE '\\')))
            """;

    private static final int TASKS = 1 << 20;

    private SearchRows() {}

    /**
     * Numbers a job that has just been inserted, and makes it and its targets findable.
     *
     * @param targets in order of their positions
     */
    static void add(Connection c, String jobId, List<String> targets) throws SQLException {
        long number = number(c, jobId);
        long bits = SearchText.bits(words(c, jobId, number));
        try (PreparedStatement insert =
                c.prepareStatement("INSERT INTO search (rowid, text) VALUES (?, ?)")) {
            long row = number << SHIFT;
            for (int at = 0; at < targets.size(); at += TARGETS_A_ROW) {
                String text =
                        String.join(
                                "\n",
                                targets.subList(at, Math.min(targets.size(), at + TARGETS_A_ROW)));
                bits |= SearchText.bits(text);
                insert.setLong(1, ++row);
                insert.setString(2, text);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Sql.update(
                c,
                "UPDATE job SET n_targets = ?, characters = ? WHERE id = ?",
                targets.size(),
                bits,
                jobId);
    }

    /** Makes a job findable by the ids EdgeOne gave one of its batches. */
    static void task(
            Connection c, String jobId, int n, @Nullable String taskId, @Nullable String requestId)
            throws SQLException {
        String text = (taskId == null ? "" : taskId) + "\n" + (requestId == null ? "" : requestId);
        Sql.update(
                c,
                "INSERT OR REPLACE INTO search (rowid, text) SELECT (number << 21) + ?, ? FROM job"
                        + " WHERE id = ?",
                TASKS + n,
                text,
                jobId);
        addBits(c, jobId, text);
    }

    /** Makes a job findable by a new note. */
    static void note(Connection c, String jobId) throws SQLException {
        Long number = Sql.first(c, r -> r.getLong(1), "SELECT number FROM job WHERE id = ?", jobId);
        if (number != null) {
            addBits(c, jobId, words(c, jobId, number));
        }
    }

    private static void addBits(Connection c, String jobId, String text) throws SQLException {
        Sql.update(
                c,
                "UPDATE job SET characters = characters | ? WHERE id = ?",
                SearchText.bits(text),
                jobId);
    }

    private static String words(Connection c, String jobId, long number) throws SQLException {
        String words =
                Sql.first(
                        c,
                        r -> r.getString(1),
                        "SELECT concat_ws(char(10), id, account, zone_id, zone_name, note) FROM job"
                                + " WHERE id = ?",
                        jobId);
        String text = words == null ? "" : words;
        Sql.update(
                c,
                "INSERT OR REPLACE INTO search (rowid, text) VALUES (?, ?)",
                number << SHIFT,
                text);
        return text;
    }

    private static long number(Connection c, String jobId) throws SQLException {
        Long free =
                Sql.first(
                        c,
                        r -> r.getLong(1),
                        "WITH RECURSIVE free(number) AS (SELECT created_at FROM job WHERE id = ?1"
                            + " UNION ALL SELECT number + 1 FROM free WHERE EXISTS (SELECT 1 FROM"
                            + " job WHERE job.number = free.number)) SELECT max(number) FROM free",
                        jobId);
        if (free == null) {
            throw new IllegalStateException("no job " + jobId);
        }
        Sql.update(c, "UPDATE job SET number = ? WHERE id = ?", free, jobId);
        return free;
    }
}
