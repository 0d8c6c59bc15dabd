package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Which process works on a job. Methods block on disk I/O and throw {@link
 * edgeone.purge.journal.file.JournalException}.
 */
public final class OwnershipRepository {
    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    public OwnershipRepository(Journal journal, Owners owners, Clock clock) {
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /** Takes over the job for this process; false if another live process owns it. */
    public boolean claim(String jobId) {
        return journal.write(
                c -> {
                    Optional<String> owner = owner(c, jobId);
                    if (owner.filter(owners::isAnotherAlive).isPresent()) {
                        return false;
                    }
                    if (!owner.equals(Optional.of(owners.id()))) {
                        // Its owner may have died since, or released it after a failed write.
                        orphan(c, jobId, owner.orElse(null));
                    }
                    Sql.update(c, "UPDATE job SET owner = ? WHERE id = ?", owners.id(), jobId);
                    return true;
                });
    }

    /** Releases the job, so that any process may continue it. */
    public void release(String jobId) {
        journal.change(
                c ->
                        Sql.update(
                                c,
                                "UPDATE job SET owner = NULL WHERE id = ? AND owner = ?",
                                jobId,
                                owners.id()));
    }

    /**
     * Makes the batches that a dead process was sending unknown, since their bytes may have left.
     * The same goes for a job that was released because the journal could not be written. Their
     * connections are closed by now.
     *
     * @return how many batches became unknown
     */
    public int settleOrphans() {
        List<Sending> orphans =
                journal
                        .read(
                                c ->
                                        Sql.list(
                                                c,
                                                r -> new Sending(r.getString(1), r.getString(2)),
                                                "SELECT DISTINCT job.id, job.owner FROM batch JOIN"
                                                        + " job ON job.id = job_id WHERE"
                                                        + " batch.state = 'sending' AND "
                                                        + BatchRows.OPEN))
                        .stream()
                        .filter(s -> s.owner() == null || !owners.isAlive(s.owner()))
                        .toList();
        if (orphans.isEmpty()) {
            return 0;
        }
        return journal.write(
                c -> {
                    int settled = 0;
                    for (Sending orphan : orphans) {
                        settled += orphan(c, orphan.jobId(), orphan.owner());
                    }
                    return settled;
                });
    }

    /** A job with batches that are being sent. */
    private record Sending(String jobId, @Nullable String owner) {}

    private int orphan(Connection c, String jobId, @Nullable String owner) throws SQLException {
        List<Integer> sending =
                Sql.list(
                        c,
                        r -> r.getInt(1),
                        "SELECT n FROM batch JOIN job ON job.id = job_id WHERE job_id = ? AND"
                                + " batch.state = 'sending' AND owner IS ? ORDER BY n",
                        jobId,
                        owner);
        Sql.update(
                c,
                "UPDATE target SET state = 'unknown' WHERE state = 'pending' AND job_id = ?1 AND"
                        + " batch IN (SELECT n FROM batch JOIN job ON job.id = job_id WHERE"
                        + " job_id = ?1 AND batch.state = 'sending' AND owner IS ?2)",
                jobId,
                owner);
        Sql.update(
                c,
                "UPDATE batch SET state = 'unknown', closed_at = ?1 WHERE state = 'sending' AND"
                        + " job_id IN (SELECT id FROM job WHERE id = ?2 AND owner IS ?3)",
                clock.instant(),
                jobId,
                owner);
        for (int n : sending) {
            Chain.outcome(c, clock.instant(), jobId, n);
        }
        return sending.size();
    }

    private static Optional<String> owner(Connection c, String jobId) throws SQLException {
        return Optional.ofNullable(
                Sql.first(
                        c,
                        r -> r.getString(1),
                        "SELECT owner FROM job WHERE id = ? AND owner IS NOT NULL",
                        jobId));
    }
}
