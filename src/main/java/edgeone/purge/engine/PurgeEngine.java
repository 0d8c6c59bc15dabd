package edgeone.purge.engine;

import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.origin.OriginGate;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.plan.FactsReader;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Planner;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.read.RetryTargets;
import edgeone.purge.engine.recent.RecentPurges;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Runs;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.engine.sync.SyncReport;
import edgeone.purge.engine.sync.ZoneSync;
import edgeone.purge.engine.verify.Probing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Job;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Everything that can be done to EdgeOne. Thread-safe. */
public final class PurgeEngine {
    private final Repositories journal;
    private final Clock clock;
    private final Runs runs;
    private final JobIds ids;
    private final JobRecorder recorder;
    private final OwnJobs ownJobs;
    private final JobWork work;
    private final RecentPurges recent;
    private final Probing probing;

    /** An engine that records nothing about who submits. */
    public PurgeEngine(Repositories journal, Timing timing, Clock clock) {
        this(journal, timing, clock, Submitter.UNKNOWN);
    }

    /** An engine that verifies nothing. */
    public PurgeEngine(Repositories journal, Timing timing, Clock clock, Submitter submitter) {
        this(journal, timing, clock, submitter, Probing.NONE);
    }

    /** An engine without a second person. */
    public PurgeEngine(
            Repositories journal,
            Timing timing,
            Clock clock,
            Submitter submitter,
            Probing probing) {
        this(journal, timing, clock, submitter, probing, TeamPorts.NONE);
    }

    /** An engine in a team. */
    public PurgeEngine(
            Repositories journal,
            Timing timing,
            Clock clock,
            Submitter submitter,
            Probing probing,
            TeamPorts team) {
        this.probing = probing;
        this.journal = journal;
        this.clock = clock;
        // The first SecureRandom is slow to create; the window need not wait for it to open.
        RandomGenerator random = () -> new SecureRandom().nextLong();
        this.runs = new Runs(journal, timing, clock, random);
        this.ids = new JobIds(clock, random);
        this.recorder = new JobRecorder(journal.jobs(), ids, clock, submitter, team.releases());
        this.ownJobs = new OwnJobs(journal.jobs(), journal.ownership());
        this.work = new JobWork(journal, new FollowUps(journal, recorder), probing);
        this.recent =
                new RecentPurges(
                        journal.recent(),
                        clock,
                        team.purges(),
                        id -> journal.jobs().find(id).isPresent());
    }

    /** What was purged a short while ago. */
    public RecentPurges recent() {
        return recent;
    }

    /** The zones the account can see. */
    public List<Zone> zones(Connection connection) throws TeoException, InterruptedException {
        return runs.reading(connection).ask(connection.client()::describeZones);
    }

    /**
     * Reads what planning needs to know about a zone. Parts that EdgeOne refuses to return are
     * named in the result; a rejected key or an unreachable endpoint is an error.
     */
    public ZoneFacts facts(Connection connection, Zone zone)
            throws TeoException, InterruptedException {
        return new FactsReader(connection.client(), runs.reads(), clock).of(zone);
    }

    /** The hosts of a zone. */
    public List<AccelerationDomain> hosts(Connection connection, Zone zone)
            throws TeoException, InterruptedException {
        return runs.reading(connection)
                .ask(() -> connection.client().describeAccelerationDomains(zone.zoneId()));
    }

    /** What asks the origin before a purge of the account. */
    public OriginGate originGate(Connection connection, OriginOrder order) {
        return OriginGate.of(probing, connection, order);
    }

    /** Plans a draft. Pure: nothing is read, written or sent. */
    public Plan plan(PurgeDraft draft, ZoneFacts facts) {
        return Planner.plan(draft, facts);
    }

    /** What {@code connection} requires to be confirmed before {@code plan} may be submitted. */
    public ConsentNeeded consentNeeded(Connection connection, Plan plan) {
        return PurgeGuard.needed(connection.safety(), plan.type());
    }

    /** The same for a job of {@code type} that is submitted again. */
    public ConsentNeeded consentNeeded(Connection connection, PurgeType type) {
        return PurgeGuard.needed(connection.safety(), type);
    }

    /**
     * Journals and submits a plan; returns when every batch is accepted, rejected, canceled, or
     * cannot be settled now. If the account becomes read-only meanwhile, nothing more is sent; the
     * rest stays planned.
     *
     * @throws JournalException if the job cannot be recorded; nothing was sent
     * @throws CutRunException if the journal fails later
     */
    public RunResult submit(
            Connection connection,
            Plan plan,
            Consent consent,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, InterruptedException {
        return submit(connection, new ConfirmedPlan(plan, consent), progress, control);
    }

    /**
     * The same for what is to be verified: the edge is probed first.
     *
     * @see #submit(Connection, Plan, Consent, Progress, RunControl)
     */
    public RunResult submit(
            Connection connection, ConfirmedPlan plan, Progress progress, RunControl control)
            throws RefusedSubmitException, InterruptedException {
        return submit(connection, plan, null, progress, control);
    }

    private RunResult submit(
            Connection connection,
            ConfirmedPlan plan,
            @Nullable String retryOf,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, InterruptedException {
        RecordedJob job = recorder.record(connection, List.of(plan), retryOf).getFirst();
        return send(connection, job, progress, control);
    }

    /**
     * Journals several plans, one job each, without sending anything: all of them, or none.
     *
     * @return the jobs in the same order, for {@link #send}
     * @throws RefusedSubmitException if one of them may not be submitted
     * @throws JournalException if they cannot be recorded
     */
    public List<RecordedJob> record(Connection connection, List<ConfirmedPlan> plans)
            throws RefusedSubmitException {
        return recorder.record(connection, plans, null);
    }

    /**
     * Submits a job that {@link #record} has journaled; once each.
     *
     * @throws CutRunException if the journal fails
     * @see #submit
     */
    public RunResult send(
            Connection connection, RecordedJob job, Progress progress, RunControl control)
            throws InterruptedException {
        return sendAll(connection, List.of(job), progress, control).getFirst();
    }

    /** Submits jobs like {@link #send}, one after the other. */
    public List<RunResult> sendAll(
            Connection connection, List<RecordedJob> jobs, Progress progress, RunControl control)
            throws InterruptedException {
        return work.send(jobs, progress, () -> runs.begin(connection, progress, control));
    }

    /**
     * Polls EdgeOne until every accepted target is final, {@code timeout} passes, or the run is
     * stopped. Resolves nothing, and sends nothing but the prefetch that is to follow, which it
     * polls too.
     */
    public RunResult follow(
            Connection connection,
            String jobId,
            Duration timeout,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, InterruptedException {
        Job job = ownJobs.find(connection, jobId);
        return work.follow(runs.begin(connection, progress, control), job, timeout);
    }

    /** Finishes or resolves every open job that no running process owns. */
    public ResumeReport resume(Connection connection, Progress progress, RunControl control)
            throws InterruptedException {
        return work.resume(
                runs.begin(connection, progress, control), ownJobs.claimOpen(connection));
    }

    /**
     * Plans and submits a new job of exactly the targets of {@code jobId} that failed in a way that
     * may succeed now, without those a later retry has already taken. Without a note of its own it
     * takes that of the job.
     */
    public RunResult retry(
            Connection connection,
            String jobId,
            Consent consent,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, TeoException, InterruptedException {
        Job job = ownJobs.find(connection, jobId);
        List<String> targets =
                RetryTargets.of(new History(journal.history(), journal.ownership()), jobId);
        // A wide purge was confirmed when first submitted, for these very targets.
        Consent given = new Consent(true, consent.typedZone(), consent.note());
        return retry(connection, job, job.id(), targets, given, progress, control);
    }

    /**
     * Submits targets of a job that a colleague submitted again, as a job of one's own. Only its
     * note can say which job that was: the journal links jobs it holds.
     *
     * @param job sent to the same endpoint as {@code connection} sends to
     */
    public RunResult retryColleagues(
            Connection connection,
            Job job,
            List<String> targets,
            Consent consent,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, TeoException, InterruptedException {
        if (!job.endpoint().equals(connection.endpoint())) {
            throw new RefusedSubmitException(Kind.OTHER_ACCOUNT, List.of());
        }
        return retry(connection, job, null, targets, consent, progress, control);
    }

    private RunResult retry(
            Connection connection,
            Job job,
            @Nullable String retryOf,
            List<String> targets,
            Consent consent,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, TeoException, InterruptedException {
        if (targets.isEmpty()) {
            throw new RefusedSubmitException(Kind.NOTHING_TO_RETRY, List.of());
        }
        PurgeDraft draft = PurgeDraft.again(job, targets);
        Consent given =
                NoteRule.cleaned(consent.note()) == null
                        ? consent.withNote(job.provenance().note())
                        : consent;
        Plan plan = plan(draft, facts(connection, draft.zone()));
        return submit(connection, new ConfirmedPlan(plan, given), retryOf, progress, control);
    }

    /**
     * Cancels the unsent batches of a job that no other running process is working on.
     *
     * @return how many batches were canceled
     */
    public int cancel(String jobId) throws RefusedSubmitException {
        OwnJobs.refuseForeign(
                journal.jobs()
                        .find(jobId)
                        .orElseThrow(
                                () -> new RefusedSubmitException(Kind.NO_SUCH_JOB, List.of())));
        return journal.jobs().cancel(jobId);
    }

    /**
     * Brings what others purged in a zone into the history; what was read stays, whatever ends it.
     *
     * @param since from when on, by EdgeOne's clock; null for what is new since the last sync
     */
    public SyncReport sync(
            Connection connection, Zone zone, @Nullable Instant since, RunControl control)
            throws InterruptedException {
        return new ZoneSync(runs.begin(connection, Progress.SILENT, control), ids::at)
                .sync(zone, since);
    }

    /** What must be confirmed. */
    public enum ConsentNeeded {
        NOTHING,
        /** A confirmation. */
        YES,
        /** The zone's name, typed. */
        TYPED_ZONE,
        /** Not possible: the account is read-only. */
        IMPOSSIBLE
    }
}
