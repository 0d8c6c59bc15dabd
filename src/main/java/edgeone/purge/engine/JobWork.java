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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Works on journaled jobs: sends, follows and resumes them, with what is to follow each. */
final class JobWork {
    private final Repositories journal;
    private final FollowUps followUps;
    private final NextSteps nextSteps;
    private final RunResults results;
    private final Probing probing;

    JobWork(Repositories journal, FollowUps followUps, Probing probing) {
        this.journal = journal;
        this.followUps = followUps;
        this.nextSteps = new NextSteps(journal, followUps, probing);
        this.results = new RunResults(journal.history());
        this.probing = probing;
    }

    /**
     * Submits jobs, one after the other.
     *
     * @param runs begins a run for each
     * @see PurgeEngine#sendAll
     */
    List<RunResult> send(List<RecordedJob> jobs, Progress progress, Supplier<Run> runs)
            throws InterruptedException {
        SentLog log = new SentLog();
        for (RecordedJob job : jobs) {
            progress.on(
                    new Progress.Event.Journaled(
                            job.job().id(), job.batches().size(), job.targets()));
            log.planned(job.job().id(), job.batches());
        }
        try {
            List<RunResult> ended = new ArrayList<>();
            for (RecordedJob job : jobs) {
                Run each = runs.get();
                new Verifier(each, probing).before(job.job());
                progress.on(new Progress.Event.StepMoved());
                JobRun run = new JobRun(each, log);
                TeoException trouble = run.complete(job.job());
                followUps.dropIfNothingPurged(job.job());
                ended.add(results.ofSending(job.job(), trouble, run.barred()));
            }
            journal.file().verify();
            return ended;
        } catch (JournalException e) {
            throw log.cut(journal, jobs.stream().map(RecordedJob::job).toList(), true, e);
        }
    }

    /**
     * Polls EdgeOne for a job.
     *
     * @see PurgeEngine#follow
     */
    RunResult follow(Run run, Job job, Duration timeout) throws InterruptedException {
        Follower follower = new Follower(run);
        Instant deadline = run.clock().instant().plus(timeout);
        try {
            boolean all = follower.follow(job, timeout);
            boolean late = !all && follower.lastTrouble() == null;
            TeoException trouble =
                    all ? nextSteps.after(run, job, deadline) : follower.lastTrouble();
            RunResult result = results.ofFollowing(job, trouble, late);
            journal.file().verify();
            return result;
        } catch (JournalException e) {
            throw new SentLog().cut(journal, List.of(job), false, e);
        }
    }

    /** Finishes or resolves the jobs that were claimed. */
    ResumeReport resume(Run run, OwnJobs.Claims open) throws InterruptedException {
        SentLog log = new SentLog();
        try {
            Verifier verifier = new Verifier(run, probing);
            for (Job job : open.claimed()) {
                verifier.before(job);
            }
            ResumeReport report = new JobRun(run, log).resume(open.claimed(), open.left());
            report = report.and(nextSteps.resume(run));
            journal.file().verify();
            return report;
        } catch (JournalException e) {
            if (open.claimed().isEmpty()) {
                throw e;
            }
            throw log.cut(journal, open.claimed(), true, e);
        }
    }
}
