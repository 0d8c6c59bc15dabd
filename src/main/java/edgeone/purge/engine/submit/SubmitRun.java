package edgeone.purge.engine.submit;

import edgeone.purge.engine.run.Backoff;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.JobCounts;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RetryBudget;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.RunControl.Stop;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.engine.submit.BatchSender.Sent;
import edgeone.purge.engine.submit.Sending.News;
import edgeone.purge.journal.BatchRepository;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.journal.JournalException;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.Repositories;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends the planned batches of some jobs that this process owns, several in flight, until each is
 * settled, unknown, or cannot be sent now. One instance per run; {@link #sendAll} may be called
 * again for what was proven absent in between.
 */
final class SubmitRun {
    /** Enough for the full rate if EdgeOne takes three seconds to answer. */
    private static final int IN_FLIGHT = 60;

    /** Enough for the full rate if the journal and a new connection take 0.4 s together. */
    private static final int WAITING = 8;

    private static final long STOP_CHECK_NANOS = 100_000_000;
    private static final int CONNECT_TRIES = 3;

    private final Connection connection;
    private final BatchSender sender;
    private final JobRepository jobs;
    private final BatchRepository batches;
    private final JobCounts counts;
    private final Timing timing;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final Progress progress;
    private final RunControl control;

    private final Map<String, Job> byId = new HashMap<>();
    private final Map<Ref, Integer> tryLimit = new HashMap<>();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Due::atNanos)
                            .thenComparing(d -> d.ref().jobId())
                            .thenComparingInt(d -> d.ref().n()));
    private final LinkedBlockingQueue<News> news = new LinkedBlockingQueue<>();
    private final Map<Ref, Sending> inFlight = new HashMap<>();

    /** Batches in flight with no bytes sent yet. */
    private final Set<Ref> waiting = new HashSet<>();

    private int connectFailures;
    private boolean unreachable;
    private boolean barred;
    private boolean canceled;
    private @Nullable JournalException cut;
    private @Nullable TeoException lastTrouble;

    private record Due(Ref ref, long atNanos) {}

    SubmitRun(
            Connection connection,
            BatchSender sender,
            Repositories journal,
            Timing timing,
            Backoff backoff,
            RetryBudget budget,
            Progress progress,
            RunControl control) {
        this.connection = connection;
        this.sender = sender;
        this.jobs = journal.jobs();
        this.batches = journal.batches();
        this.counts = new JobCounts(journal.history(), progress);
        this.timing = timing;
        this.backoff = backoff;
        this.budget = budget;
        this.progress = progress;
        this.control = control;
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
                int limit =
                        tryLimit.computeIfAbsent(ref, r -> Math.max(timing.maxTries(), before + 1));
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
        if (due != null && inFlight.size() < IN_FLIGHT && waiting.size() < WAITING && !ended()) {
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
        News heard = news.poll(Math.min(wait, STOP_CHECK_NANOS), TimeUnit.NANOSECONDS);
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
        holdBack();
    }

    private void send(Ref ref, ExecutorService workers) {
        Sending sending = new Sending(connection, sender, job(ref), ref, news);
        inFlight.put(ref, sending);
        waiting.add(ref);
        progress.on(new Progress.Event.BatchMoved(ref.n(), BatchState.SENDING));
        workers.execute(sending);
    }

    private void hear(News heard) {
        waiting.remove(heard.ref());
        switch (heard) {
            case News.Left ignored -> {}
            case News.Ended(Ref ref, Sent sent) -> {
                inFlight.remove(ref);
                settle(ref, sent);
            }
            case News.Broke(Ref ref, JournalException lost) -> {
                inFlight.remove(ref);
                cutBy(lost);
            }
            case News.Broke(Ref ref, RuntimeException bug) -> throw bug;
            case News.Broke(Ref ref, Error bug) -> throw bug;
            case News.Broke(Ref ref, Throwable bug) -> throw new IllegalStateException(bug);
        }
    }

    private boolean ended() {
        return control.isStopped() || unreachable || barred || cut != null;
    }

    /** Checked for every batch: anyone may make the account read-only at any time. */
    private void lookAtLevel() {
        if (connection.safety() == SafetyLevel.READ_ONLY) {
            barred = true;
        }
    }

    /**
     * Holds back whatever has not left and cancels it on disk as soon as requested, while batches
     * that have left finish on their own.
     */
    private void obeyStop() {
        if (control.isStopped()) {
            holdBack();
        }
        if (control.stop() == Stop.CANCEL && !canceled) {
            canceled = true;
            byId.keySet().forEach(jobs::cancel);
            byId.keySet().forEach(counts::tell);
        }
    }

    private void holdBack() {
        waiting.forEach(ref -> Objects.requireNonNull(inFlight.get(ref)).holdBack());
        waiting.clear();
    }

    private Job job(Ref ref) {
        Job job = byId.get(ref.jobId());
        if (job == null) {
            throw new IllegalStateException("not of this run: " + ref);
        }
        return job;
    }

    private void settle(Ref ref, Sent sent) {
        switch (sent) {
            case Sent.Settled(TeoException refusal) -> {
                connectFailures = 0;
                if (refusal == null) {
                    budget.succeeded();
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
                unreached(ref);
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
        if (tries >= tryLimit.getOrDefault(ref, timing.maxTries()) || !budget.spend()) {
            batches.triesUsedUp(ref.jobId(), ref.n());
            moved(ref, BatchState.REJECTED);
            return;
        }
        moved(ref, BatchState.PLANNED);
        boolean throttled = refusal.errorClass() == ErrorClass.THROTTLE;
        requeue(
                ref,
                backoff.pause(throttled ? timing.throttleBase() : timing.readBase(), tries),
                throttled ? Progress.Reason.THROTTLED : Progress.Reason.TROUBLE);
    }

    private void unreached(Ref ref) {
        moved(ref, BatchState.PLANNED);
        if (++connectFailures >= CONNECT_TRIES) {
            unreachable = true;
            return;
        }
        requeue(ref, backoff.pause(timing.readBase(), connectFailures), Progress.Reason.TROUBLE);
    }

    private void requeue(Ref ref, Duration pause, Progress.Reason reason) {
        progress.on(new Progress.Event.Waiting(pause, reason));
        queue.add(new Due(ref, System.nanoTime() + pause.toNanos()));
    }

    private void moved(Ref ref, BatchState state) {
        progress.on(new Progress.Event.BatchMoved(ref.n(), state));
        counts.tell(ref.jobId());
    }
}
