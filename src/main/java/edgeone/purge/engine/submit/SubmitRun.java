package edgeone.purge.engine.submit;

import edgeone.purge.engine.run.JobCounts;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Retries;
import edgeone.purge.engine.run.Run;
import edgeone.purge.engine.run.RunControl.Stop;
import edgeone.purge.engine.run.SentLog;
import edgeone.purge.engine.submit.BatchSender.Sent;
import edgeone.purge.engine.submit.Sending.News;
import edgeone.purge.journal.BatchRepository;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends the planned batches of some jobs that this process owns, several in flight, until each is
 * settled, unknown, or cannot be sent now. One instance per run; {@link #sendAll} may be called
 * again for what was proven absent in between.
 */
final class SubmitRun {
    private static final long STOP_CHECK_NANOS = 100_000_000;
    private static final int CONNECT_TRIES = 3;

    private final Run run;
    private final JobRepository jobs;
    private final BatchRepository batches;
    private final JobCounts counts;
    private final Retries retries;
    private final Progress progress;
    private final InFlight inFlight;

    private final Map<String, Job> byId = new HashMap<>();
    private final Map<Ref, Integer> tryLimit = new HashMap<>();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Due::atNanos)
                            .thenComparing(d -> d.ref().jobId())
                            .thenComparingInt(d -> d.ref().n()));

    private int connectFailures;
    private boolean unreachable;
    private boolean barred;
    private boolean canceled;
    private @Nullable JournalException cut;
    private @Nullable TeoException lastTrouble;

    private record Due(Ref ref, long atNanos) {}

    SubmitRun(Run run, SentLog log) {
        this.run = run;
        this.jobs = run.journal().jobs();
        this.batches = run.journal().batches();
        this.counts = new JobCounts(run.journal().history(), run.progress());
        this.retries = run.retries();
        this.progress = run.progress();
        this.inFlight =
                new InFlight(run.connection(), new BatchSender(run.journal(), log, run.clock()));
    }

    /** The last error that kept a batch from being accepted. */
    @Nullable TeoException lastTrouble() {
        return lastTrouble;
    }

    /** Whether the endpoint was unreachable, so that batches were left planned. */
    boolean unreachable() {
        return unreachable;
    }

    /** Whether the account was found to be read-only, so that batches were left planned. */
    boolean barred() {
        return barred;
    }

    /** Queues every planned batch of the jobs and sends until nothing is left to send now. */
    void sendAll(List<Job> of) throws InterruptedException {
        long now = System.nanoTime();
        for (Job job : of) {
            byId.put(job.id(), job);
            for (int n : batches.planned(job.id())) {
                Ref ref = new Ref(job.id(), n);
                int before = batches.attempts(job.id(), n);
                int limit = tryLimit.computeIfAbsent(ref, r -> Math.max(maxTries(), before + 1));
                if (before >= limit) {
                    batches.triesUsedUp(ref.jobId(), n);
                    moved(ref, BatchState.REJECTED);
                } else {
                    queue.add(new Due(ref, now));
                }
            }
        }
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                dispatch(workers);
            } catch (InterruptedException | RuntimeException e) {
                workers.shutdownNow();
                throw e;
            }
        }
    }

    private void dispatch(ExecutorService workers) throws InterruptedException {
        while (!inFlight.isEmpty() || (!queue.isEmpty() && !ended())) {
            try {
                step(workers);
            } catch (JournalException e) {
                cutBy(e);
            }
        }
        obeyStop();
        queue.clear();
        if (cut != null) {
            throw cut;
        }
    }

    private void step(ExecutorService workers) throws InterruptedException {
        obeyStop();
        Due due = queue.peek();
        long wait = STOP_CHECK_NANOS;
        if (due != null && inFlight.hasRoom() && !ended()) {
            wait = due.atNanos() - System.nanoTime();
            if (wait <= 0) {
                lookAtLevel();
                if (!barred) {
                    queue.poll();
                    send(due.ref(), workers);
                }
                return;
            }
        }
        News heard = inFlight.next(Math.min(wait, STOP_CHECK_NANOS));
        if (heard != null) {
            hear(heard);
        }
    }

    /**
     * Handles a journal failure: nothing more may leave. Still waits for what has left, to report
     * how it ended.
     */
    private void cutBy(JournalException e) {
        if (cut == null) {
            cut = e;
        }
        inFlight.holdBack();
    }

    private void send(Ref ref, ExecutorService workers) {
        progress.on(new Progress.Event.BatchMoved(ref.n(), BatchState.SENDING));
        inFlight.send(job(ref), ref, workers);
    }

    private void hear(News heard) {
        switch (heard) {
            case News.Left ignored -> {}
            case News.Ended(Ref ref, Sent sent) -> settle(ref, sent);
            case News.Broke(Ref ref, JournalException lost) -> cutBy(lost);
            case News.Broke(Ref ref, RuntimeException bug) -> throw bug;
            case News.Broke(Ref ref, Error bug) -> throw bug;
            case News.Broke(Ref ref, Throwable bug) -> throw new IllegalStateException(bug);
        }
    }

    private boolean ended() {
        return run.control().isStopped() || unreachable || barred || cut != null;
    }

    /** Checked for every batch: anyone may make the account read-only at any time. */
    private void lookAtLevel() {
        if (run.connection().safety() == SafetyLevel.READ_ONLY) {
            barred = true;
        }
    }

    /**
     * Holds back whatever has not left and cancels it on disk as soon as requested, while batches
     * that have left finish on their own.
     */
    private void obeyStop() {
        if (run.control().isStopped()) {
            inFlight.holdBack();
        }
        if (run.control().stop() == Stop.CANCEL && !canceled) {
            canceled = true;
            byId.keySet().forEach(jobs::cancel);
            byId.keySet().forEach(counts::tell);
        }
    }

    private Job job(Ref ref) {
        Job job = byId.get(ref.jobId());
        if (job == null) {
            throw new IllegalStateException("not in this run: " + ref);
        }
        return job;
    }

    private void settle(Ref ref, Sent sent) {
        switch (sent) {
            case Sent.Settled(TeoException refusal) -> {
                connectFailures = 0;
                if (refusal == null) {
                    retries.succeeded();
                } else {
                    lastTrouble = refusal;
                }
                moved(ref, refusal == null ? BatchState.ACCEPTED : BatchState.REJECTED);
            }
            case Sent.MayPass(TeoException refusal) -> {
                connectFailures = 0;
                lastTrouble = refusal;
                again(ref, refusal);
            }
            case Sent.OverQuota() -> {
                connectFailures = 0;
                moved(ref, BatchState.PLANNED);
            }
            case Sent.Unreachable(TeoException trouble) -> {
                lastTrouble = trouble;
                unreached(ref, trouble);
            }
            case Sent.Unknown(TeoException trouble) -> {
                connectFailures = 0;
                lastTrouble = trouble;
                moved(ref, BatchState.UNKNOWN);
            }
            case Sent.NotSent() -> {
                lookAtLevel();
                counts.tell(ref.jobId());
            }
        }
    }

    private void again(Ref ref, TeoException refusal) {
        int tries = batches.attempts(ref.jobId(), ref.n());
        if (tries >= tryLimit.getOrDefault(ref, maxTries()) || !retries.spend()) {
            batches.triesUsedUp(ref.jobId(), ref.n());
            moved(ref, BatchState.REJECTED);
            return;
        }
        moved(ref, BatchState.PLANNED);
        requeue(ref, retries.after(refusal, tries));
    }

    private void unreached(Ref ref, TeoException trouble) {
        moved(ref, BatchState.PLANNED);
        if (++connectFailures >= CONNECT_TRIES) {
            unreachable = true;
            return;
        }
        requeue(ref, retries.after(trouble, connectFailures));
    }

    private void requeue(Ref ref, Progress.Event.Waiting waiting) {
        progress.on(waiting);
        queue.add(new Due(ref, System.nanoTime() + waiting.pause().toNanos()));
    }

    private int maxTries() {
        return run.timing().maxTries();
    }

    private void moved(Ref ref, BatchState state) {
        progress.on(new Progress.Event.BatchMoved(ref.n(), state));
        counts.tell(ref.jobId());
    }
}
