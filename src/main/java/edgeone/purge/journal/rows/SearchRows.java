package edgeone.purge.journal.rows;

import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What jobs are found by, kept beside them in the same transaction: rows of the table {@code
 * search}, from {@code number << 10} on. Of 1,024 rows the first holds the job's own words, the
 * next 511 hold up to {@link #TARGETS_A_ROW} targets each, the others the ids of a batch each. A
 * job that needs more takes the numbers after its own as well.
 *
 * <p>Close rows of many targets make the index small: SQLite keeps the distance from row to row for
 * each trigram.
 */
public final class SearchRows {
    public static final int SHIFT = 10;

    /** The job of a row of {@code search}. */
    public static final String JOB =
            "job.number = (SELECT max(number) FROM job WHERE number <= search.rowid >> 10)";

    /** Whether a row of {@code search} holds {@link SearchText#folded()}, {@code ?1}. */
    public static final String HOLDS =
            """
            CASE
            WHEN search.rowid & 1023 = 0 THEN instr(lower(job.id), ?1)
              OR instr(lower(job.account), ?1) OR instr(lower(job.zone_id), ?1)
              OR instr(lower(job.zone_name), ?1) OR instr(lower(job.note), ?1)
            WHEN search.rowid & 512 THEN EXISTS (SELECT 1 FROM batch WHERE job_id = job.id
              AND n = ((search.rowid >> 10) - job.number) * 512 + (search.rowid & 511) + 1
              AND (instr(lower(task_id), ?1) OR instr(lower(request_id), ?1)))
            ELSE EXISTS (SELECT 1 FROM target WHERE job_id = job.id AND position BETWEEN
              (((search.rowid >> 10) - job.number) * 511 + (search.rowid & 511) - 1) * 32 + 1 AND
              (((search.rowid >> 10) - job.number) * 511 + (search.rowid & 511)) * 32
              AND instr(lower(target), ?1))
            END
            """;

    /**
     * Whether a job holds {@link SearchText#folded()}, {@code ?1}, without a row of {@code search}.
     */
    public static final String JOB_HOLDS =
            """
            (instr(lower(job.id), ?1) OR instr(lower(job.account), ?1)
              OR instr(lower(job.zone_id), ?1) OR instr(lower(job.zone_name), ?1)
              OR instr(lower(job.note), ?1)
              OR EXISTS (SELECT 1 FROM target WHERE job_id = job.id AND instr(lower(target), ?1))
              OR EXISTS (SELECT 1 FROM batch WHERE job_id = job.id
                AND (instr(lower(task_id), ?1) OR instr(lower(request_id), ?1))))
            """;

    /** 2020-01-01, in seconds. */
    private static final long EPOCH = 1_577_836_800;

    private static final int TARGETS_A_ROW = 32;
    private static final int ROWS_OF_TARGETS = 511;
    private static final int ROWS_OF_BATCHES = 512;

    /** Room for batches that the quota cuts in two later. */
    private static final int CUTS = 12;

    private SearchRows() {}

    /**
     * Numbers a job that has just been inserted, and makes it and its targets findable.
     *
     * @param batches how many it has
     * @param targets in order of their positions
     */
    public static void add(Connection c, String jobId, int batches, List<String> targets)
            throws SQLException {
        int rows = (targets.size() + TARGETS_A_ROW - 1) / TARGETS_A_ROW;
        int numbers = Math.max(ceil(rows, ROWS_OF_TARGETS), ceil(batches + CUTS, ROWS_OF_BATCHES));
        long number = number(c, jobId, numbers);
        long bits = SearchText.bits(words(c, jobId, number));
        try (PreparedStatement insert =
                c.prepareStatement("INSERT INTO search (rowid, text) VALUES (?, ?)")) {
            for (int row = 0; row < rows; row++) {
                int first = row * TARGETS_A_ROW;
                String text =
                        String.join(
                                "\n",
                                targets.subList(
                                        first, Math.min(targets.size(), first + TARGETS_A_ROW)));
                bits |= SearchText.bits(text);
                insert.setLong(
                        1, ((number + row / ROWS_OF_TARGETS) << SHIFT) + 1 + row % ROWS_OF_TARGETS);
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

    private static int ceil(int count, int by) {
        return (count + by - 1) / by;
    }

    /** Makes a job findable by the ids EdgeOne gave one of its batches. */
    public static void task(
            Connection c, String jobId, int n, @Nullable String taskId, @Nullable String requestId)
            throws SQLException {
        String text = (taskId == null ? "" : taskId) + "\n" + (requestId == null ? "" : requestId);
        Sql.update(
                c,
                "INSERT OR REPLACE INTO search (rowid, text) SELECT (number + ?1 / 512 << 10) + 512"
                        + " + ?1 % 512, ?2 FROM job WHERE id = ?3 AND ?1 < numbers * 512",
                n - 1,
                text,
                jobId);
        addBits(c, jobId, text);
    }

    /** Makes a job findable by a new note. */
    public static void note(Connection c, String jobId) throws SQLException {
        Long number = Sql.first(c, r -> r.getLong(1), "SELECT number FROM job WHERE id = ?", jobId);
        if (number != null) {
            addBits(c, jobId, words(c, jobId, number));
        }
    }

    /** Makes a job unfindable. */
    public static void remove(Connection c, String jobId) throws SQLException {
        Sql.update(
                c,
                "DELETE FROM search WHERE rowid BETWEEN (SELECT number << 10 FROM job WHERE id ="
                        + " ?1) AND (SELECT (number + numbers << 10) - 1 FROM job WHERE id = ?1)",
                jobId);
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

    /**
     * Gives a job the first number from the second of its submission on that is free, and reserves
     * those after it. Jobs of the same second are moved on by seconds.
     */
    private static long number(Connection c, String jobId, int numbers) throws SQLException {
        Long wanted =
                Sql.first(
                        c,
                        r -> r.getLong(1),
                        "SELECT max(0, created_at / 1000 - ?) FROM job WHERE id = ?",
                        EPOCH,
                        jobId);
        if (wanted == null) {
            throw new IllegalStateException("no job " + jobId);
        }
        long number = wanted;
        Long taken;
        while ((taken = lastTaken(c, number, numbers)) != null) {
            number = taken + 1;
        }
        Sql.update(
                c, "UPDATE job SET number = ?, numbers = ? WHERE id = ?", number, numbers, jobId);
        return number;
    }

    /** The last number of a job that has one of those wanted; null where all are free. */
    private static @Nullable Long lastTaken(Connection c, long number, int numbers)
            throws SQLException {
        return Sql.first(
                c,
                r -> r.getLong(1),
                "SELECT last FROM (SELECT number + numbers - 1 AS last FROM job WHERE number < ?2"
                        + " ORDER BY number DESC LIMIT 1) WHERE last >= ?1",
                number,
                number + numbers);
    }
}
