package edgeone.purge.journal.outbox;

import edgeone.purge.journal.chain.Entry;
import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.outbox.OutboxEntry.Rows;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.ChainRows;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal at one moment: entries, and the rows that fit the newest of them. */
public final class Snapshot {
    private final Connection c;
    private final Map<String, OwnJob> jobs = new HashMap<>();

    Snapshot(Connection c) {
        this.c = c;
    }

    /** SQLite failed; the journal says how. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(SQLException cause) {
            super(cause);
        }
    }

    private record OwnJob(long createdAt, boolean own, int targets) {
        static final OwnJob NONE = new OwnJob(0, false, 0);
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    /** Number of the newest entry; 0 if there is none. */
    public long newest() {
        return reading(() -> Chain.head(c).n());
    }

    /** Number of the last entry that is gone; 0 if none is. */
    public long removed() {
        return reading(
                () -> {
                    Long first = Sql.first(c, r -> r.getLong(1), "SELECT min(n) FROM entry");
                    return first == null || first == 0 ? 0 : first - 1;
                });
    }

    /** The hash of an entry, also of the last one that is gone; null if it is not known. */
    public @Nullable String hash(long n) {
        if (n == 0) {
            return Entry.NOTHING;
        }
        try {
            String here =
                    Sql.first(
                            c, r -> Chain.hex(r, "hash"), "SELECT hash FROM entry WHERE n = ?", n);
            return here != null
                    ? here
                    : Sql.first(
                            c,
                            r -> Chain.hex(r, "previous"),
                            "SELECT previous FROM entry WHERE n = ?",
                            n + 1);
        } catch (SQLException e) {
            throw new UnreadableException(e);
        }
    }

    /**
     * The entries after one, in order: at most {@code limit}, and no more once they come with
     * {@code rows} rows.
     */
    public List<OutboxEntry> entries(long after, int limit, int rows) {
        return reading(
                () -> {
                    List<Found> found =
                            Sql.list(
                                    c,
                                    r -> new Found(Chain.entry(r), Chain.hex(r, "hash")),
                                    "SELECT * FROM entry WHERE n > ? ORDER BY n LIMIT " + limit,
                                    after);
                    List<OutboxEntry> entries = new ArrayList<>();
                    int amount = 0;
                    for (Found one : found) {
                        OutboxEntry next = of(one.entry(), one.hash());
                        amount += next.amount();
                        entries.add(next);
                        if (amount >= rows) {
                            break;
                        }
                    }
                    return entries;
                });
    }

    private record Found(Entry entry, String hash) {}

    private OutboxEntry of(Entry entry, String hash) throws SQLException {
        String job = entry.job();
        OwnJob own = job == null ? OwnJob.NONE : job(job);
        EntryKind kind = EntryKind.ofLabel(entry.kind()).orElse(null);
        if (job == null || !own.own() || kind == null) {
            return new OutboxEntry(entry, hash, null, null, Rows.NONE, 0);
        }
        long jobAt = own.createdAt();
        return switch (kind) {
            case JOB -> {
                Long later = later(entry);
                String detail = later == null ? batches(job) : overtaken(later);
                yield new OutboxEntry(entry, hash, jobAt, detail, Rows.TARGETS, own.targets());
            }
            case RESULTS -> {
                Long later = later(entry);
                yield later == null
                        ? new OutboxEntry(entry, hash, jobAt, null, Rows.RESULTS, size(entry))
                        : new OutboxEntry(entry, hash, jobAt, overtaken(later), Rows.NONE, 0);
            }
            case KEPT ->
                    new OutboxEntry(entry, hash, jobAt, kept(entry, job), Rows.BOTH, own.targets());
            case START, FOREIGN, BATCH, ENDED, VERIFIED, CANCEL, NOTE, ACCOUNT, SAFETY, PRUNE ->
                    new OutboxEntry(entry, hash, jobAt, null, Rows.NONE, 0);
        };
    }

    private int size(Entry entry) throws SQLException {
        return Sql.count(
                c,
                "SELECT targets FROM batch WHERE job_id = ? AND n = ?",
                entry.job(),
                entry.batch());
    }

    private OwnJob job(String id) throws SQLException {
        OwnJob known = jobs.get(id);
        if (known == null) {
            OwnJob found =
                    Sql.first(
                            c,
                            r -> new OwnJob(r.getLong(1), r.getInt(2) == 1, r.getInt(3)),
                            "SELECT created_at, origin = 'here', n_targets FROM job WHERE id = ?",
                            id);
            known = found == null ? OwnJob.NONE : found;
            jobs.put(id, known);
        }
        return known;
    }

    /** The newest entry of the same kind about the same; null if this is it. */
    private @Nullable Long later(Entry entry) throws SQLException {
        Long newest =
                Sql.first(
                        c,
                        r -> r.getLong(1),
                        "SELECT n FROM entry WHERE job_id = ? AND batch IS ? AND kind = ? ORDER BY"
                                + " n DESC LIMIT 1",
                        entry.job(),
                        entry.batch(),
                        entry.kind());
        return newest == null || newest <= entry.n() ? null : newest;
    }

    private static String overtaken(long by) {
        return "{\"overtakenBy\":" + by + "}";
    }

    private String batches(String job) throws SQLException {
        List<String> ranges =
                Sql.list(
                        c,
                        r -> "[" + r.getInt(1) + "," + r.getInt(2) + "," + r.getInt(3) + "]",
                        "SELECT batch, min(position), max(position) FROM target WHERE job_id = ?"
                                + " GROUP BY batch ORDER BY batch",
                        job);
        return "{\"batches\":[" + String.join(",", ranges) + "]}";
    }

    /** What the digest of a kept job is over; it may have been given its account only later. */
    private @Nullable String kept(Entry entry, String job) throws SQLException {
        List<Integer> batches = ChainRows.batches(c, job);
        String digest = ChainRows.targets(c, job, batches);
        for (boolean withAccount : new boolean[] {true, false}) {
            String content = ChainRows.job(c, job, batches.size(), digest, withAccount);
            if (ChainRows.kept(c, job, batches, content).equals(entry.content())) {
                return KeptDetail.of(c, job, batches, content);
            }
        }
        return KeptDetail.of(c, job, batches, ChainRows.job(c, job, batches.size(), digest, true));
    }

    /** Targets of a job after a position, in order, at most {@code limit}. */
    public List<OutboxRow> targets(String job, int after, int limit) {
        return reading(
                () ->
                        Sql.list(
                                c,
                                Snapshot::row,
                                "SELECT * FROM target WHERE job_id = ? AND position > ? ORDER BY"
                                        + " position LIMIT "
                                        + limit,
                                job,
                                after));
    }

    /** The targets of a batch, in order. */
    public List<OutboxRow> batch(String job, long n) {
        return reading(
                () ->
                        Sql.list(
                                c,
                                Snapshot::row,
                                "SELECT * FROM "
                                        + BatchRows.TARGETS
                                        + " WHERE job_id = ? AND batch = ? ORDER BY position",
                                job,
                                n));
    }

    private static OutboxRow row(ResultSet r) throws SQLException {
        return new OutboxRow(
                r.getInt("position"),
                r.getInt("batch"),
                r.getString("target"),
                r.getString("state"),
                r.getString("code"),
                r.getString("reason"));
    }
}
