package edgeone.purge.journal.rescue;

import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.rescue.Lost;
import edgeone.purge.model.rescue.Lost.What;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Copies what can be read, and keeps account of the rest. */
final class SavedRows {
    private static final int TOLD_EVERY = 1_000;

    /** Given anew with the index. */
    private static final Set<String> GIVEN_ANEW = Set.of("characters");

    private static final Map<String, Set<String>> JOB_WORDS =
            Map.of(
                    "type", labels(PurgeType.values(), PurgeType::wireName),
                    "method", labels(PurgeMethod.values(), PurgeMethod::wireName),
                    "state", labels(JobState.values(), JobState::label),
                    "origin", labels(Origin.values(), Origin::label));
    private static final Map<String, Set<String>> BATCH_WORDS =
            Map.of("state", labels(BatchState.values(), BatchState::label));
    private static final Map<String, Set<String>> TARGET_WORDS =
            Map.of("state", labels(TargetState.values(), TargetState::label));

    private final Connection from;
    private final Connection to;
    private final Bounds bounds;
    private final IntConsumer told;
    private final BooleanSupplier stopped;
    private final List<Lost> lost = new ArrayList<>();

    SavedRows(Connection from, Connection to, IntConsumer told, BooleanSupplier stopped) {
        this.from = from;
        this.to = to;
        this.told = told;
        this.stopped = stopped;
        bounds = new Bounds(from);
    }

    private static <T> Set<String> labels(T[] all, Function<T, String> label) {
        return Arrays.stream(all).map(label).collect(Collectors.toSet());
    }

    void save() throws SQLException {
        small("account", List.of("id", "name"), What.ACCOUNTS);
        small("synced", List.of("endpoint", "zone_id", "until"), What.OTHERS);
        small("removed_task", List.of("zone_id", "task_id"), What.OTHERS);
        for (String table : List.of("verification", "probe", "verdict", "follow_up")) {
            if (Bounds.exists(to, table)) {
                small(table, List.copyOf(Bounds.columns(to, table)), What.OTHERS);
            }
        }
        List<Lost> jobs = new ArrayList<>();
        table("job", "rowid", "job_created", What.JOBS, GIVEN_ANEW, JOB_WORDS, jobs);
        table("request", "id", "request_job", What.REQUESTS, Set.of(), Map.of(), lost);
        table("audit", "id", "", What.SAFETY, Set.of(), Map.of(), lost);
        table("entry", "n", "entry_subject", What.ENTRIES, Set.of(), Map.of(), lost);
        table("call", "id", "", What.CALLS, Set.of(), Map.of(), lost);
        lost.addAll(new LostJobs(from, to).named(jobs));
        ofJobs();
    }

    /** A small table whose keys are no numbers. */
    private void small(String table, List<String> columns, What what) throws SQLException {
        if (!Bounds.exists(to, table)) {
            return;
        }
        String names = String.join(", ", columns);
        String insert =
                "INSERT OR IGNORE INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table,
                                names,
                                String.join(", ", columns.stream().map(_ -> "?").toList()));
        for (String way : List.of(" ASC", " DESC")) {
            try {
                Sql.each(
                        from,
                        r -> {
                            Object[] values = new Object[columns.size()];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = r.getObject(i + 1);
                            }
                            Sql.update(to, insert, values);
                        },
                        "SELECT "
                                + names
                                + " FROM "
                                + table
                                + " ORDER BY "
                                + columns.getFirst()
                                + way);
                return;
            } catch (SQLException e) {
                if (!SavedTable.isDamage(e) && Bounds.exists(from, table)) {
                    throw e;
                }
            }
        }
        lost.add(new Lost(what, null, 0, 0));
    }

    private void table(
            String table,
            String key,
            String index,
            What what,
            Set<String> left,
            Map<String, Set<String>> words,
            List<Lost> missing)
            throws SQLException {
        if (!Bounds.exists(to, table)) {
            return;
        }
        if (!Bounds.exists(from, table)) {
            missing.add(new Lost(what, null, 0, 0));
            return;
        }
        try (SavedTable saved = new SavedTable(from, to, table, key, false, left, words)) {
            new KeyRange(stoppable(saved.rows(null)), (a, b) -> merge(missing, what, a, b))
                    .read(1, bounds.last(table, key, index));
        }
    }

    private KeyRange.Rows stoppable(KeyRange.Rows rows) {
        return (a, b, back) -> {
            if (stopped.getAsBoolean()) {
                throw new StoppedException();
            }
            return rows.read(a, b, back);
        };
    }

    /** Ranges that lie side by side are one. */
    private static void merge(List<Lost> missing, What what, long from, long to) {
        Lost last = missing.isEmpty() ? null : missing.getLast();
        if (last != null && last.what() == what && last.to() == from - 1) {
            missing.set(missing.size() - 1, new Lost(what, null, last.from(), to));
        } else {
            missing.add(new Lost(what, null, from, to));
        }
    }

    private void ofJobs() throws SQLException {
        boolean counted = Bounds.columns(to, "job").contains("n_targets");
        List<String> jobs =
                Sql.list(to, r -> r.getString(1), "SELECT id FROM job ORDER BY created_at, rowid");
        try (SavedTable batches =
                        new SavedTable(from, to, "batch", "n", true, Set.of(), BATCH_WORDS);
                SavedTable targets =
                        new SavedTable(
                                from, to, "target", "position", true, Set.of(), TARGET_WORDS)) {
            int done = 0;
            for (String job : jobs) {
                ofJob(job, counted, batches, targets);
                if (++done % TOLD_EVERY == 0) {
                    told.accept(done);
                }
            }
            told.accept(done);
        }
    }

    private void ofJob(String job, boolean counted, SavedTable batches, SavedTable targets)
            throws SQLException {
        KeyRange.Gap later = (_, _) -> {};
        new KeyRange(stoppable(batches.rows(job)), later).read(1, bounds.lastOf("batch", "n", job));
        long said =
                Sql.count(
                        to,
                        "SELECT max(coalesce((SELECT sum(targets) FROM batch WHERE job_id = ?1),"
                                + " 0),"
                                + (counted ? " n_targets" : " 0")
                                + ") FROM job WHERE id = ?1",
                        job);
        long last = Math.max(said, bounds.lastOf("target", "position", job));
        new KeyRange(stoppable(targets.rows(job)), later).read(1, last);
        boolean whole = hasAll(What.BATCHES, job, "batch", "n", lastBatch(job));
        if (!hasAll(What.TARGETS, job, "target", "position", last)) {
            closeUp(job);
            whole = false;
        }
        if (!whole) {
            count(job);
        }
    }

    /** Lists and the index count on positions without gaps. */
    private void closeUp(String job) throws SQLException {
        List<Integer> positions =
                Sql.list(
                        to,
                        r -> r.getInt(1),
                        "SELECT position FROM target WHERE job_id = ? ORDER BY position",
                        job);
        int next = 1;
        for (int position : positions) {
            Sql.update(
                    to,
                    "UPDATE target SET position = ? WHERE job_id = ? AND position = ?",
                    next++,
                    job,
                    position);
        }
    }

    private long lastBatch(String job) throws SQLException {
        return Sql.count(
                to,
                "SELECT max(coalesce((SELECT max(n) FROM batch WHERE job_id = ?1), 0),"
                        + " coalesce((SELECT max(batch) FROM target WHERE job_id = ?1), 0))",
                job);
    }

    /** Notes which numbers from 1 on a job has no row of; returns whether it has all. */
    private boolean hasAll(What what, String job, String table, String key, long last)
            throws SQLException {
        String where = " FROM " + table + " WHERE job_id = ?";
        if (Sql.count(to, "SELECT count(*)" + where, job) == last) {
            return true;
        }
        long[] next = {1};
        Sql.each(
                to,
                r -> {
                    gap(what, job, next[0], r.getLong(1) - 1);
                    next[0] = r.getLong(1) + 1;
                },
                "SELECT " + key + where + " ORDER BY " + key,
                job);
        gap(what, job, next[0], last);
        return false;
    }

    private void gap(What what, String job, long first, long last) throws SQLException {
        if (first > last) {
            return;
        }
        lost.add(new Lost(what, job, first, last));
        for (long n = first; what == What.BATCHES && n <= last; n++) {
            standIn(job, n);
        }
    }

    /** A batch in place of one that is lost: its targets are listed, and nothing is sent again. */
    private void standIn(String job, long n) throws SQLException {
        Sql.update(
                to,
                "INSERT INTO batch (job_id, n, state, targets) SELECT id, ?2, iif(ended_at IS NULL,"
                        + " 'canceled', 'accepted'), (SELECT count(*) FROM target WHERE job_id = ?1"
                        + " AND batch = ?2) FROM job WHERE id = ?1",
                job,
                n);
        Sql.update(
                to,
                "UPDATE target SET state = 'unknown' WHERE job_id = ? AND batch = ? AND state ="
                        + " 'pending'",
                job,
                n);
    }

    /** A job that has ended counts what it still has. */
    private void count(String job) throws SQLException {
        TargetCounts counts = JobRows.counts(to, job);
        Sql.update(
                to,
                "UPDATE job SET n_succeeded = ?, n_failed = ?, n_rejected = ?, n_canceled = ? WHERE"
                        + " id = ? AND ended_at IS NOT NULL",
                counts.succeeded(),
                counts.failed(),
                counts.rejected(),
                counts.canceled(),
                job);
    }

    List<Lost> lost() {
        return lost;
    }
}
