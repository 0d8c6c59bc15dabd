package edgeone.purge.journal.prune;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.model.prune.PrunePreview;
import edgeone.purge.model.prune.PruneResult;
import edgeone.purge.model.prune.PruneResult.Outcome;

import org.sqlite.ProgressHandler;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Removes old jobs in small transactions, so that nobody who writes waits for long, and gives the
 * space back. Each transaction leaves a whole journal with a whole chain.
 */
public final class PruneRepository {
    private static final int STEPS_A_QUESTION = 2_000;

    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    public PruneRepository(Journal journal, Owners owners, Clock clock) {
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /** What would be removed now. */
    public PrunePreview preview(PruneChoice choice) {
        return journal.readAside(
                c -> {
                    PrunedJobs jobs = PrunedJobs.of(c, choice);
                    return Objects.requireNonNull(
                            Sql.first(
                                    c,
                                    r ->
                                            new PrunePreview(
                                                    r.getInt(1),
                                                    r.getLong(2),
                                                    Sql.instant(r, "oldest"),
                                                    Sql.instant(r, "newest"),
                                                    r.getInt(5)),
                                    "SELECT count(*), coalesce(sum(n_targets), 0), min(created_at)"
                                            + " AS oldest, max(created_at) AS newest, (SELECT"
                                            + " count(*) FROM job) - count(*) FROM job WHERE "
                                            + PrunedJobs.CONDITION,
                                    jobs.createdBefore()));
                });
    }

    /**
     * Removes them.
     *
     * @param told how many are gone so far
     * @param stopped asked now and then
     */
    public PruneResult prune(PruneChoice choice, IntConsumer told, BooleanSupplier stopped) {
        long before = bytes();
        PrunedJobs jobs = journal.readAside(c -> PrunedJobs.of(c, choice));
        int removed = 0;
        Outcome outcome;
        try {
            int now;
            while ((now = journal.write(c -> new Pruning(c, clock, stopped).removeSome(jobs)))
                    > 0) {
                removed += now;
                told.accept(removed);
            }
            outcome = isSomeoneAtWork() ? Outcome.NOT_COMPACTED : Outcome.DONE;
            if (outcome == Outcome.DONE) {
                compact(stopped);
            }
        } catch (StoppedException e) {
            outcome = Outcome.STOPPED;
        }
        return new PruneResult(removed, before, bytes(), outcome);
    }

    /** A purge must not wait for its records while the whole file is written anew. */
    private boolean isSomeoneAtWork() {
        List<String> working =
                journal.read(
                        c ->
                                Sql.list(
                                        c,
                                        r -> r.getString(1),
                                        "SELECT DISTINCT owner FROM job WHERE ended_at IS NULL AND"
                                                + " owner IS NOT NULL"));
        return working.stream().anyMatch(owners::isAlive);
    }

    private long bytes() {
        return journal.read(
                c -> (long) Sql.count(c, "PRAGMA page_count") * Sql.count(c, "PRAGMA page_size"));
    }

    /** SQLite writes a copy into the log and takes it over in one step; if stopped, nothing is. */
    private void compact(BooleanSupplier stopped) {
        journal.aside(
                c -> {
                    stopWhen(c, stopped);
                    try {
                        Journal.execute(c, "VACUUM");
                    } catch (SQLException e) {
                        if (stopped.getAsBoolean()) {
                            throw new StoppedException();
                        }
                        throw e;
                    } finally {
                        ProgressHandler.clearHandler(c);
                    }
                    Journal.execute(c, "PRAGMA wal_checkpoint(TRUNCATE)");
                });
    }

    private static void stopWhen(Connection c, BooleanSupplier stopped) throws SQLException {
        ProgressHandler.setHandler(
                c,
                STEPS_A_QUESTION,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return stopped.getAsBoolean() ? 1 : 0;
                    }
                });
    }
}
