package edgeone.purge.journal.prune;

import edgeone.purge.journal.chain.Entry;
import edgeone.purge.journal.chain.EntryKind;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.sql.Sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Removes the oldest jobs and the oldest entries of the chain, within one transaction. */
final class Pruning {
    private static final int JOBS = 100;

    /** With fewer jobs if they are large. */
    private static final int TARGETS = 5_000;

    private final Connection connection;
    private final Clock clock;
    private final BooleanSupplier stopped;

    Pruning(Connection connection, Clock clock, BooleanSupplier stopped) {
        this.connection = connection;
        this.clock = clock;
        this.stopped = stopped;
    }

    private record Old(String id, long createdAt, int targets) {}

    /** Removes some of the jobs, oldest first; returns how many, 0 if none is left. */
    int removeSome(PrunedJobs jobs) throws SQLException {
        List<Old> old = oldest(jobs);
        if (old.isEmpty()) {
            return 0;
        }
        Set<String> all = withRetries(old);
        // A job goes before or after its retries, but in one transaction.
        Journal.execute(connection, "PRAGMA defer_foreign_keys = ON");
        for (String job : all) {
            if (stopped.getAsBoolean()) {
                throw new StoppedException();
            }
            remove(job);
        }
        cutChain(old.getLast(), all);
        return all.size();
    }

    private List<Old> oldest(PrunedJobs jobs) throws SQLException {
        List<Old> old = new ArrayList<>();
        int targets = 0;
        for (Old job :
                Sql.list(
                        connection,
                        r -> new Old(r.getString(1), r.getLong(2), r.getInt(3)),
                        "SELECT id, created_at, n_targets FROM job WHERE "
                                + PrunedJobs.CONDITION
                                + " ORDER BY created_at, id LIMIT "
                                + JOBS,
                        jobs.createdBefore())) {
            targets += job.targets();
            if (!old.isEmpty() && targets > TARGETS) {
                break;
            }
            old.add(job);
        }
        return old;
    }

    private Set<String> withRetries(List<Old> old) throws SQLException {
        Set<String> all = new LinkedHashSet<>();
        for (Old job : old) {
            all.add(job.id());
            all.addAll(
                    Sql.list(
                            connection,
                            r -> r.getString(1),
                            "WITH RECURSIVE later(id) AS (SELECT id FROM job WHERE retry_of = ?"
                                    + " UNION SELECT job.id FROM job JOIN later ON job.retry_of ="
                                    + " later.id) SELECT id FROM later",
                            job.id()));
        }
        return all;
    }

    private void remove(String job) throws SQLException {
        SearchRows.remove(connection, job);
        // EdgeOne may still list its tasks; they must not come in again.
        Sql.update(
                connection,
                "INSERT OR IGNORE INTO removed_task (zone_id, task_id) SELECT zone_id, task_id FROM"
                        + " batch JOIN job ON job.id = job_id WHERE job_id = ? AND task_id IS NOT"
                        + " NULL",
                job);
        Sql.update(
                connection,
                "DELETE FROM call WHERE job = (SELECT number FROM job WHERE id = ?)",
                job);
        for (String table :
                List.of(
                        "target",
                        "batch",
                        "request",
                        "verification",
                        "probe",
                        "verdict",
                        "follow_up")) {
            Sql.update(connection, "DELETE FROM " + table + " WHERE job_id = ?", job);
        }
        Sql.update(connection, "DELETE FROM job WHERE id = ?", job);
    }

    /**
     * Removes the entries before the first one of a newer job. What is still needed of them is
     * written anew, at the end.
     */
    private void cutChain(Old newest, Set<String> removed) throws SQLException {
        Instant now = clock.instant();
        long last = lastToGo(newest);
        for (String job :
                Sql.list(
                        connection,
                        r -> r.getString(1),
                        "SELECT DISTINCT job_id FROM entry AS old WHERE n <= ?1 AND job_id IN"
                                + " (SELECT id FROM job) AND NOT EXISTS (SELECT 1 FROM entry WHERE"
                                + " job_id = old.job_id AND batch IS NULL AND kind IN ('job',"
                                + " 'foreign', 'kept') AND n > ?1)",
                        last)) {
            Chain.keep(connection, now, job);
            Chain.verified(connection, now, job);
        }
        for (EntryKind kind : List.of(EntryKind.SAFETY, EntryKind.ACCOUNT)) {
            for (String content :
                    Sql.list(
                            connection,
                            r -> r.getString(1),
                            "SELECT content FROM entry WHERE n <= ? AND kind = ? ORDER BY n",
                            last,
                            kind.label())) {
                Chain.append(connection, now, kind, null, null, content);
            }
        }
        for (String job : removed) {
            if (Sql.count(
                            connection,
                            "SELECT EXISTS (SELECT 1 FROM entry WHERE job_id = ? AND n > ?)",
                            job,
                            last)
                    == 1) {
                Chain.append(connection, now, EntryKind.PRUNE, job, null, "{}");
            }
        }
        String hash = hash(last);
        Sql.update(connection, "DELETE FROM entry WHERE n <= ?", last);
        Chain.append(
                connection,
                now,
                EntryKind.PRUNE,
                null,
                null,
                PruneRows.content(last, hash, removed.size()));
    }

    /**
     * Number of the last entry that can go, which is not one that waits to be published; may be one
     * before the first.
     */
    private long lastToGo(Old newest) throws SQLException {
        Long first =
                Sql.first(
                        connection,
                        r -> r.getLong(1),
                        "SELECT entry.n FROM entry CROSS JOIN job ON job.id = entry.job_id WHERE"
                                + " (job.created_at, job.id) > (?, ?) ORDER BY entry.n LIMIT 1",
                        newest.createdAt(),
                        newest.id());
        long last = first == null ? Chain.head(connection).n() : first - 1;
        Long published =
                Sql.first(
                        connection,
                        r -> r.getLong(1),
                        "SELECT published FROM team WHERE address IS NOT NULL");
        return published == null ? last : Math.min(last, published);
    }

    private String hash(long n) throws SQLException {
        String hash =
                Sql.first(
                        connection,
                        r -> Chain.hex(r, "hash"),
                        "SELECT hash FROM entry WHERE n = ?",
                        n);
        if (hash != null) {
            return hash;
        }
        String before =
                Sql.first(
                        connection,
                        r -> Chain.hex(r, "previous"),
                        "SELECT previous FROM entry WHERE n = ?",
                        n + 1);
        return before == null ? Entry.NOTHING : before;
    }
}
