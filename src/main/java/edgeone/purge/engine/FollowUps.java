package edgeone.purge.engine;

import edgeone.purge.engine.plan.FactsReader;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Planner;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Reads;
import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.Repositories;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Zone;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.teo.error.TeoException;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The prefetches that follow purges. One is recorded in the transaction that says so beside its
 * purge, so there is never a second.
 */
final class FollowUps {
    private static final TargetFilter PURGED = TargetFilter.of(Set.of(TargetState.SUCCEEDED));

    private final Repositories journal;
    private final JobRecorder recorder;

    FollowUps(Repositories journal, JobRecorder recorder) {
        this.journal = journal;
        this.recorder = recorder;
    }

    /** The job that prefetches what the purge purged, if it is recorded and still there. */
    Optional<Job> next(Job purge) {
        return journal.history()
                .followUp(purge.id())
                .map(FollowUp::next)
                .flatMap(journal.jobs()::find);
    }

    /** The purge that a job follows. */
    Optional<Job> before(Job job) {
        return journal.history().followedBy(job.id()).flatMap(journal.jobs()::find);
    }

    /** Whether no prefetch is to follow, or EdgeOne is done with it. */
    boolean isOver(Job purge) {
        return journal.history()
                .followUp(purge.id())
                .map(f -> !f.isOpen() && next(purge).map(this::hasEnded).orElse(true))
                .orElse(true);
    }

    private boolean hasEnded(Job job) {
        return journal.history().job(job.id()).map(JobSummary::endedAt).isPresent();
    }

    /** Notes that nothing follows a purge that ended without purging anything. */
    void dropIfNothingPurged(Job purge) {
        if (isDue(purge) && purged(purge).isEmpty()) {
            journal.jobs().unmade(purge.id(), Unmade.NOTHING_PURGED);
        }
    }

    /**
     * Plans and records the prefetch of a purge that EdgeOne is done with; this process owns it.
     *
     * @return empty if none is due, or if none will be: then the journal has the reason
     * @throws TeoException if it cannot be planned now; it stays due
     */
    Optional<RecordedJob> make(Run run, Job purge) throws TeoException, InterruptedException {
        if (!isDue(purge)
                || run.control().isStopped()
                || run.connection().safety() == SafetyLevel.READ_ONLY) {
            return Optional.empty();
        }
        Zone zone = new Zone(purge.zoneId(), purge.zoneName(), "", "", "", false);
        Plan plan =
                Planner.plan(
                        new PurgeDraft(
                                zone,
                                PurgeType.PREFETCH,
                                null,
                                String.join("\n", purged(purge)),
                                List.of(),
                                false),
                        new FactsReader(
                                        run.connection().client(),
                                        new Reads(run.retries(), run.pauses()),
                                        run.clock())
                                .of(zone));
        // It was confirmed together with its purge.
        Consent consent = new Consent(true, zone.label(), purge.provenance().note());
        try {
            return recorder.recordNext(run.connection(), new ConfirmedPlan(plan, consent), purge);
        } catch (RefusedSubmitException e) {
            journal.jobs().unmade(purge.id(), why(e));
            return Optional.empty();
        }
    }

    /** Whether the prefetch of a purge is still to be made. */
    boolean isOpen(Job purge) {
        return journal.history().followUp(purge.id()).map(FollowUp::isOpen).orElse(false);
    }

    /** Whether EdgeOne is done with the purge, and its prefetch is still to be made. */
    boolean isDue(Job purge) {
        return isOpen(purge) && hasEnded(purge);
    }

    private List<String> purged(Job purge) {
        return journal.history().targets(purge.id(), PURGED, 0, Integer.MAX_VALUE).stream()
                .map(TargetRow::target)
                .toList();
    }

    private static Unmade why(RefusedSubmitException refused) {
        for (Plan.Refusal refusal : refused.refusals()) {
            if (refusal instanceof Plan.Refusal.PrefetchNotInPlan) {
                return Unmade.NOT_IN_PLAN;
            }
            if (refusal instanceof Plan.Refusal.QuotaTooSmall) {
                return Unmade.QUOTA;
            }
        }
        return Unmade.REFUSED;
    }
}
