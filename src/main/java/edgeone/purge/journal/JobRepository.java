package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs as a whole: created, owned, claimed from a dead process, canceled. */
public final class JobRepository {
    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    public JobRepository(Journal journal, Owners owners, Clock clock) {
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * Writes a job with all its batches and targets, owned by this process. The job is on disk when
     * this returns.
     *
     * @param batches the targets of each batch; for a whole-zone purge one list that holds the
     *     zone's label
     */
    public void create(Job job, List<List<String>> batches) {
        create(job, batches, null);
    }

    /**
     * The same for a job that keeps what the quota does not take.
     *
     * @param limit null for a job that does not
     */
    public void create(Job job, List<List<String>> batches, @Nullable QuotaLimit limit) {
        createAll(List.of(new NewJob(job, batches, limit)));
    }

    /** Writes several jobs like {@link #create}: all of them, or none. */
    public void createAll(List<NewJob> jobs) {
        journal.change(
                c -> {
                    for (NewJob job : jobs) {
                        insert(c, job);
                    }
                });
    }

    private void insert(Connection c, NewJob created) throws SQLException {
        Job job = created.job();
        QuotaLimit limit = created.limit();
        List<List<String>> batches = created.batches();
        JobRows.insert(c, job, owners.id(), limit != null);
        AccountRepository.meet(c, job.accountId(), job.account());
        int position = 1;
        for (int n = 1; n <= batches.size(); n++) {
            List<String> targets = batches.get(n - 1);
            JobRows.insertBatch(c, job.id(), n, position, targets);
            position += targets.size();
        }
        if (limit != null) {
            Sql.update(
                    c,
                    "UPDATE batch SET quota_from = ? WHERE job_id = ? AND n > ?",
                    limit.from(),
                    job.id(),
                    limit.batches());
        }
        SearchRows.add(
                c, job.id(), batches.size(), batches.stream().flatMap(List::stream).toList());
        Chain.submitted(c, clock.instant(), job.id(), batches);
        if (limit != null) {
            for (int n = limit.batches() + 1; n <= batches.size(); n++) {
                Chain.batch(c, clock.instant(), job.id(), n);
            }
        }
    }

    /**
     * A job to be written.
     *
     * @param batches the targets of each batch
     * @param limit null for a job that does not keep to the quota
     */
    public record NewJob(Job job, List<List<String>> batches, @Nullable QuotaLimit limit) {
        public NewJob {
            batches = List.copyOf(batches);
        }
    }

    /**
     * What the quota takes of a job now.
     *
     * @param batches the first of its batches that fit
     * @param from when the quota for the others is expected
     */
    public record QuotaLimit(int batches, Instant from) {}

    public Optional<Job> find(String jobId) {
        return journal.read(
                c ->
                        Optional.ofNullable(
                                Sql.first(
                                        c, JobRows::job, JobRows.SELECT + "WHERE id = ?", jobId)));
    }

    /** Jobs with batches that are planned, sending or unknown, oldest first. */
    public List<Job> open() {
        return journal.read(
                c ->
                        Sql.list(
                                c,
                                JobRows::job,
                                JobRows.SELECT
                                        + "WHERE id IN (SELECT job_id FROM batch"
                                        + " WHERE state IN ('planned', 'sending', 'unknown'))"
                                        + " ORDER BY created_at, id"));
    }

    private static Optional<String> owner(Connection c, String jobId) throws SQLException {
        return Optional.ofNullable(
                Sql.first(
                        c,
                        r -> r.getString(1),
                        "SELECT owner FROM job WHERE id = ? AND owner IS NOT NULL",
                        jobId));
    }

    /**
     * Changes the note of a job.
     *
     * @param note null for none
     * @return false if there is no such job
     */
    public boolean note(String jobId, @Nullable String note) {
        return journal.write(
                c -> {
                    if (Sql.update(c, "UPDATE job SET note = ? WHERE id = ?", note, jobId) == 0) {
                        return false;
                    }
                    SearchRows.note(c, jobId);
                    Chain.noted(c, clock.instant(), jobId, note);
                    return true;
                });
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
                                                        + " batch.state = 'sending'"))
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

    /**
     * Permanently cancels every batch of the job that has not been sent, and any that would be
     * planned again.
     *
     * @return how many batches were canceled now
     */
    public int cancel(String jobId) {
        return journal.write(
                c -> {
                    if (Sql.update(
                                    c,
                                    "UPDATE job SET canceled = 1 WHERE id = ? AND canceled = 0",
                                    jobId)
                            > 0) {
                        Chain.canceled(c, clock.instant(), jobId);
                    }
                    List<Integer> planned =
                            Sql.list(
                                    c,
                                    r -> r.getInt(1),
                                    "SELECT n FROM batch WHERE job_id = ? AND state = 'planned'"
                                            + " ORDER BY n",
                                    jobId);
                    Sql.update(
                            c,
                            "UPDATE target SET state = 'canceled' WHERE job_id = ? AND state ="
                                + " 'pending' AND batch IN (SELECT n FROM batch WHERE job_id = ?"
                                + " AND state = 'planned')",
                            jobId,
                            jobId);
                    Sql.update(
                            c,
                            "UPDATE batch SET state = 'canceled' WHERE job_id = ? AND state"
                                    + " = 'planned'",
                            jobId);
                    for (int n : planned) {
                        Chain.outcome(c, clock.instant(), jobId, n);
                    }
                    JobRows.freeze(c, jobId, clock.instant());
                    return planned.size();
                });
    }
}
