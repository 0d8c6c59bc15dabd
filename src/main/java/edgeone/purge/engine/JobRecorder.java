package edgeone.purge.engine;

import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.engine.release.Releases;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.journal.JobRepository.NewJob;
import edgeone.purge.journal.JobRepository.QuotaLimit;
import edgeone.purge.model.Job;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes jobs of plans and writes them into the journal, if everything about them is in order. */
final class JobRecorder {
    private final JobRepository journal;
    private final JobIds ids;
    private final Clock clock;
    private final Submitter submitter;
    private final SecondPerson second;

    JobRecorder(
            JobRepository journal,
            JobIds ids,
            Clock clock,
            Submitter submitter,
            Releases releases) {
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.submitter = submitter;
        this.second = new SecondPerson(releases, journal, submitter);
    }

    /**
     * Records a job for each plan, in their order: all of them, or none.
     *
     * @param retryOf the job whose targets are submitted again; null for new ones
     */
    List<RecordedJob> record(
            Connection connection, List<ConfirmedPlan> plans, @Nullable String retryOf)
            throws RefusedSubmitException {
        NoteRule rule = submitter.rule().get();
        for (ConfirmedPlan confirmed : plans) {
            check(connection, confirmed);
            PurgeGuard.check(rule, confirmed.note());
        }
        List<RecordedJob> recorded = new ArrayList<>();
        List<NewJob> rows = new ArrayList<>();
        for (ConfirmedPlan confirmed : plans) {
            Plan plan = confirmed.plan();
            RecordedJob job = job(connection, confirmed, retryOf, null);
            recorded.add(job);
            rows.add(
                    new NewJob(
                            job.job(),
                            job.batches(),
                            limit(connection, plan),
                            confirmed.verify(),
                            confirmed.thenPrefetch()));
        }
        // Taken before it is recorded: what ends in between is never sent, and never sent twice.
        second.check(connection, plans, recorded);
        journal.createAll(rows);
        return recorded;
    }

    /**
     * Records the prefetch that follows a purge.
     *
     * @return empty if it is made already, or not to be made
     */
    Optional<RecordedJob> recordNext(Connection connection, ConfirmedPlan confirmed, Job purge)
            throws RefusedSubmitException {
        check(connection, confirmed);
        RecordedJob job = job(connection, confirmed, null, purge.id());
        NewJob row = new NewJob(job.job(), job.batches(), limit(connection, confirmed.plan()));
        return journal.createNext(row, purge.id()) ? Optional.of(job) : Optional.empty();
    }

    private static void check(Connection connection, ConfirmedPlan confirmed)
            throws RefusedSubmitException {
        Plan plan = confirmed.plan();
        if (!plan.sendable()) {
            throw new RefusedSubmitException(Kind.PLAN, plan.refusals());
        }
        PurgeGuard.check(
                PurgeGuard.needed(connection.safety(), plan.type()),
                plan.zone(),
                confirmed.consent());
    }

    private @Nullable QuotaLimit limit(Connection connection, Plan plan) {
        Instant now = clock.instant().plus(connection.clockOffset());
        return plan.fit() ? new QuotaLimit(plan.batchesNow(), QuotaDay.resetAfter(now)) : null;
    }

    private RecordedJob job(
            Connection connection,
            ConfirmedPlan confirmed,
            @Nullable String retryOf,
            @Nullable String follows) {
        Plan plan = confirmed.plan();
        Job job =
                new Job(
                                ids.next(),
                                clock.instant(),
                                connection.account(),
                                connection.accountId(),
                                connection.keyFingerprint(),
                                connection.endpoint(),
                                plan.zone().zoneId(),
                                plan.zone().zoneName(),
                                plan.type(),
                                plan.method(),
                                plan.tagDomains(),
                                retryOf)
                        .from(
                                new Provenance(
                                        Origin.HERE,
                                        confirmed.note(),
                                        submitter.user(),
                                        submitter.host(),
                                        submitter.program(),
                                        connection.keyEnd(),
                                        confirmed.consent().recipe()))
                        .prefetching(plan.prefetch())
                        .following(follows);
        List<List<String>> batches =
                plan.type() == PurgeType.ALL
                        ? List.of(List.of(plan.zone().label()))
                        : plan.batches();
        return new RecordedJob(job, batches, plan.targets());
    }
}
