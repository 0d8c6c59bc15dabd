package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.FollowUpRows;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.Job;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs as a whole: created, found, annotated, canceled. */
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

    /**
     * Writes the prefetch that follows a purge like {@link #create}, and links it.
     *
     * @return false if it is made already, or not to be made; nothing is written then
     */
    public boolean createNext(NewJob next, String purge) {
        return journal.write(
                c -> {
                    if (!FollowUpRows.made(c, purge, next.job().id())) {
                        return false;
                    }
                    insert(c, next);
                    return true;
                });
    }

    /** Records why no prefetch follows a purge; without effect if there is one. */
    public void unmade(String purge, Unmade why) {
        journal.change(c -> FollowUpRows.unmade(c, purge, why));
    }

    /** The purges whose prefetch is still to be made, the oldest first. */
    public List<String> unfollowed() {
        return journal.read(FollowUpRows::open);
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
        VerifyOrder verify = created.verify();
        if (verify != null) {
            VerificationRepository.order(c, job.id(), verify);
        }
        if (created.thenPrefetch()) {
            FollowUpRows.order(c, job.id());
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
     * @param verify what is to be verified of it; null for nothing
     * @param thenPrefetch whether a prefetch of what was purged is to follow
     */
    public record NewJob(
            Job job,
            List<List<String>> batches,
            @Nullable QuotaLimit limit,
            @Nullable VerifyOrder verify,
            boolean thenPrefetch) {
        public NewJob {
            batches = List.copyOf(batches);
        }

        /** A job of which nothing is to be verified, and that nothing is to follow. */
        public NewJob(Job job, List<List<String>> batches, @Nullable QuotaLimit limit) {
            this(job, batches, limit, null, false);
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
                    FollowUpRows.unmade(c, jobId, Unmade.CANCELED);
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
