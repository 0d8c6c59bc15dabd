package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.TargetState;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Accepted batches, and the progress of their targets. */
public final class ProgressRepository {
    private final Journal journal;
    private final Clock clock;

    public ProgressRepository(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of one target. */
    public record Fate(TargetState state, @Nullable String reason, @Nullable String code) {}

    /** Task IDs by accepted batch, for batches with targets that are not final. */
    public Map<Integer, String> inProgress(String jobId) {
        return journal.read(
                c -> {
                    Map<Integer, String> found = new TreeMap<>();
                    Sql.each(
                            c,
                            r -> found.put(r.getInt(1), r.getString(2)),
                            "SELECT n, task_id FROM batch AS b WHERE job_id = ? AND state ="
                                    + " 'accepted' AND EXISTS (SELECT 1 FROM target WHERE job_id ="
                                    + " b.job_id AND batch = b.n AND state IN ('accepted',"
                                    + " 'processing'))",
                            jobId);
                    return found;
                });
    }

    /** Targets of an accepted batch that are not final. */
    public Set<String> unsettledTargets(String jobId, int n) {
        return new HashSet<>(
                journal.read(
                        c ->
                                Sql.list(
                                        c,
                                        r -> r.getString(1),
                                        "SELECT target FROM "
                                                + BatchRows.TARGETS
                                                + " WHERE job_id = ? AND batch = ?"
                                                + " AND state IN ('accepted', 'processing')",
                                        jobId,
                                        n)));
    }

    /**
     * Records what EdgeOne reports about targets of an accepted batch. A final state never changes.
     */
    public void progressed(String jobId, int n, Map<String, Fate> fates) {
        journal.change(
                c -> {
                    try (PreparedStatement update =
                            c.prepareStatement(
                                    "UPDATE target SET state = ?, reason = ?, code = ? WHERE job_id"
                                            + " = ? AND batch = ? AND position = ? AND state IN"
                                            + " ('accepted', 'processing')")) {
                        Map<String, Integer> positions = BatchRows.positions(c, jobId, n);
                        for (Map.Entry<String, Fate> entry : fates.entrySet()) {
                            Integer position = positions.get(entry.getKey());
                            if (position != null) {
                                Fate fate = entry.getValue();
                                update.setString(1, fate.state().label());
                                update.setString(2, fate.reason());
                                update.setString(3, fate.code());
                                update.setString(4, jobId);
                                update.setInt(5, n);
                                update.setInt(6, position);
                                update.addBatch();
                            }
                        }
                        update.executeBatch();
                    }
                    Chain.results(c, clock.instant(), jobId, n);
                    JobRows.freeze(c, jobId, clock.instant());
                });
    }
}
