package edgeone.purge.journal.rows;

import edgeone.purge.journal.chain.ChainTargets;
import edgeone.purge.journal.chain.Entry;
import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Appends to the chain, in the transaction of the change that an entry records. That transaction
 * holds the journal's write lock, so two processes never append to the same entry.
 */
public final class Chain {
    private Chain() {}

    /** A job that has just been inserted. */
    public static void submitted(Connection c, Instant at, String jobId, List<List<String>> batches)
            throws SQLException {
        String digest = ChainTargets.digest(batches);
        append(
                c,
                at,
                EntryKind.JOB,
                jobId,
                null,
                ChainRows.job(c, jobId, batches.size(), digest, true));
        String note = ChainRows.note(c, jobId);
        if (note != null) {
            append(c, at, EntryKind.NOTE, jobId, null, note);
        }
    }

    /** A batch that has changed, and not its targets. */
    public static void batch(Connection c, Instant at, String jobId, int n) throws SQLException {
        append(c, at, EntryKind.BATCH, jobId, n, ChainRows.batch(c, jobId, n));
    }

    /** The targets of a batch, if anything came of them since the last such entry. */
    public static void results(Connection c, Instant at, String jobId, int n) throws SQLException {
        String now = ChainRows.results(c, jobId, n);
        if (!now.equals(last(c, EntryKind.RESULTS, jobId, n))) {
            append(c, at, EntryKind.RESULTS, jobId, n, now);
        }
    }

    /** A batch and its targets that have changed. */
    public static void outcome(Connection c, Instant at, String jobId, int n) throws SQLException {
        batch(c, at, jobId, n);
        results(c, at, jobId, n);
    }

    /** A job that has just ended. */
    static void ended(Connection c, Instant at, String jobId) throws SQLException {
        String ended = ChainRows.ended(c, jobId);
        if (ended != null) {
            append(c, at, EntryKind.ENDED, jobId, null, ended);
        }
    }

    /** The verdicts about a job, if there are any. */
    public static void verified(Connection c, Instant at, String jobId) throws SQLException {
        String verdicts = ChainVerdicts.of(c, jobId);
        if (verdicts != null) {
            append(c, at, EntryKind.VERIFIED, jobId, null, verdicts);
        }
    }

    public static void canceled(Connection c, Instant at, String jobId) throws SQLException {
        append(c, at, EntryKind.CANCEL, jobId, null, "{}");
    }

    public static void noted(Connection c, Instant at, String jobId, @Nullable String note)
            throws SQLException {
        append(c, at, EntryKind.NOTE, jobId, null, ChainRows.note(note));
    }

    /**
     * All that is known of a job now: of one that has ended in one entry, of another in as many as
     * it would have got if it had been in the chain from the start.
     */
    public static void keep(Connection c, Instant at, String jobId) throws SQLException {
        whole(c, at, jobId, ChainRows.isForeign(c, jobId) ? EntryKind.FOREIGN : EntryKind.JOB);
        if (ChainRows.canceled(c, jobId)) {
            canceled(c, at, jobId);
        }
        String note = ChainRows.note(c, jobId);
        if (note != null) {
            append(c, at, EntryKind.NOTE, jobId, null, note);
        }
    }

    /** A job of somebody else that has just been inserted, or has got more targets. */
    public static void foreign(Connection c, Instant at, String jobId) throws SQLException {
        if (ChainRows.ended(c, jobId) != null) {
            append(c, at, EntryKind.FOREIGN, jobId, null, job(c, jobId));
        }
        whole(c, at, jobId, EntryKind.FOREIGN);
    }

    private static void whole(Connection c, Instant at, String jobId, EntryKind submitted)
            throws SQLException {
        List<Integer> batches = ChainRows.batches(c, jobId);
        String job = job(c, jobId);
        if (ChainRows.ended(c, jobId) == null) {
            append(c, at, submitted, jobId, null, job);
            for (int n : batches) {
                batch(c, at, jobId, n);
                append(c, at, EntryKind.RESULTS, jobId, n, ChainRows.results(c, jobId, n));
            }
        } else {
            append(c, at, EntryKind.KEPT, jobId, null, ChainRows.kept(c, jobId, batches, job));
        }
    }

    private static String job(Connection c, String jobId) throws SQLException {
        List<Integer> batches = ChainRows.batches(c, jobId);
        return ChainRows.job(c, jobId, batches.size(), ChainRows.targets(c, jobId, batches), true);
    }

    /** Content of the last entry of a kind about a job or a batch of it; null if there is none. */
    static @Nullable String last(
            Connection c, EntryKind kind, String jobId, @Nullable Integer batch)
            throws SQLException {
        return Sql.first(
                c,
                r -> r.getString(1),
                "SELECT content FROM entry WHERE job_id = ? AND batch IS ? AND kind = ? ORDER BY n"
                        + " DESC LIMIT 1",
                jobId,
                batch,
                kind.label());
    }

    public static void append(
            Connection c,
            Instant at,
            EntryKind kind,
            @Nullable String jobId,
            @Nullable Integer batch,
            String content)
            throws SQLException {
        Head head = head(c);
        Entry entry =
                new Entry(
                        head.n() + 1,
                        at.toEpochMilli(),
                        kind.label(),
                        jobId,
                        batch == null ? null : Long.valueOf(batch),
                        content,
                        head.hash());
        Sql.update(
                c,
                "INSERT INTO entry (n, at, kind, job_id, batch, content, previous, hash) VALUES"
                        + " (?,?,?,?,?,?,?,?)",
                entry.n(),
                entry.at(),
                entry.kind(),
                entry.job(),
                entry.batch(),
                entry.content(),
                bytes(entry.previous()),
                bytes(entry.hash()));
    }

    /** The newest entry; number 0 before the first. */
    public record Head(long n, String hash) {}

    public static Head head(Connection c) throws SQLException {
        Head head =
                Sql.first(
                        c,
                        r -> new Head(r.getLong(1), hex(r, "hash")),
                        "SELECT n, hash FROM entry ORDER BY n DESC LIMIT 1");
        return head == null ? new Head(0, Entry.NOTHING) : head;
    }

    /** Reads a row of {@code entry}. */
    public static Entry entry(ResultSet r) throws SQLException {
        long batch = r.getLong("batch");
        boolean noBatch = r.wasNull();
        return new Entry(
                r.getLong("n"),
                r.getLong("at"),
                r.getString("kind"),
                r.getString("job_id"),
                noBatch ? null : batch,
                r.getString("content"),
                hex(r, "previous"));
    }

    public static String hex(ResultSet r, String column) throws SQLException {
        return HexFormat.of().formatHex(r.getBytes(column));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
