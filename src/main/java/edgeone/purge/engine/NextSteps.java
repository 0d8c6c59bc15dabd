package edgeone.purge.engine;

import edgeone.purge.engine.follow.Follower;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.run.Run;
import edgeone.purge.engine.run.SentLog;
import edgeone.purge.engine.submit.JobRun;
import edgeone.purge.engine.verify.Probing;
import edgeone.purge.engine.verify.Verifier;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.Job;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to come once EdgeOne is done with a purge: its prefetch, to the end of it, then its
 * verification. Each step begins where the journal says that the one before it is over.
 */
final class NextSteps {
    private final Repositories journal;
    private final FollowUps followUps;
    private final Probing probing;

    NextSteps(Repositories journal, FollowUps followUps, Probing probing) {
        this.journal = journal;
        this.followUps = followUps;
        this.probing = probing;
    }

    /**
     * Does what follows a job that EdgeOne is done with. After a prefetch that is the verification
     * of its purge.
     *
     * @param deadline until when the prefetch is followed
     * @return what kept EdgeOne from answering; null if nothing did
     */
    @Nullable TeoException after(Run run, Job job, Instant deadline) throws InterruptedException {
        try {
            moved(run);
            RecordedJob made = made(run, job);
            if (made != null) {
                moved(run);
                send(run, made);
            }
            Job next = followUps.next(job).orElse(null);
            if (next != null) {
                Duration left = Duration.between(run.clock().instant(), deadline);
                new Follower(quiet(run)).follow(next, left.isNegative() ? Duration.ZERO : left);
                moved(run);
            }
            verify(run, followUps.before(job).orElse(job));
            moved(run);
            return null;
        } catch (TeoException e) {
            return e;
        }
    }

    private static void moved(Run run) {
        run.progress().on(new Progress.Event.StepMoved());
    }

    /** Does what follows the connection's jobs of earlier runs, without waiting for prefetches. */
    ResumeReport resume(Run run) throws InterruptedException {
        return followed(run).withVerified(verified(run));
    }

    private ResumeReport followed(Run run) throws InterruptedException {
        ResumeReport report = report(null);
        for (String id : journal.jobs().unfollowed()) {
            Job purge = journal.jobs().find(id).orElseThrow();
            if (run.connection().owns(purge)) {
                try {
                    RecordedJob made = made(run, purge);
                    report = made == null ? report : report.and(send(run, made));
                    report = followUps.isOpen(purge) ? report : report.withFollowed(id);
                } catch (TeoException e) {
                    report = report.and(report(e));
                }
            }
        }
        return report;
    }

    private static ResumeReport report(@Nullable TeoException trouble) {
        return new ResumeReport(List.of(), List.of(), List.of(), trouble);
    }

    private @Nullable RecordedJob made(Run run, Job purge)
            throws TeoException, InterruptedException {
        followUps.dropIfNothingPurged(purge);
        if (!followUps.isDue(purge)) {
            return null;
        }
        new Verifier(run, probing).settleBeforeNext(purge);
        return followUps.make(run, purge).orElse(null);
    }

    private ResumeReport send(Run run, RecordedJob next) throws InterruptedException {
        SentLog log = new SentLog();
        log.planned(next.job().id(), next.batches());
        try {
            return new JobRun(quiet(run), log).resume(List.of(next.job()), List.of());
        } catch (JournalException e) {
            throw log.cut(journal, List.of(next.job()), true, e);
        }
    }

    /** The same run, whose progress is not to be taken for that of the purge. */
    private static Run quiet(Run run) {
        return new Run(
                run.connection(),
                run.journal(),
                run.timing(),
                run.clock(),
                run.pauses(),
                run.retries(),
                Progress.SILENT,
                run.control());
    }

    private List<String> verified(Run run) throws InterruptedException {
        List<String> verified = new ArrayList<>();
        for (String id : journal.verification().open()) {
            Job job = journal.jobs().find(id).orElseThrow();
            if (run.connection().owns(job)
                    && journal.history().job(id).orElseThrow().endedAt() != null) {
                try {
                    verify(run, job);
                } catch (TeoException e) {
                    continue;
                }
                if (journal.verification().find(id).orElseThrow().afterAt() != null) {
                    verified.add(id);
                }
            }
        }
        return verified;
    }

    private void verify(Run run, Job job) throws TeoException, InterruptedException {
        if (followUps.isOver(job)) {
            new Verifier(run, probing).after(job);
        }
    }
}
