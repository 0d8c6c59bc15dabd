package edgeone.purge.engine;

import edgeone.purge.engine.BatchSender.Sent;
import edgeone.purge.engine.RunControl.Stop;
import edgeone.purge.journal.BatchRepository;
import edgeone.purge.journal.HistoryRepository;
import edgeone.purge.journal.JobRepository;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.Repositories;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.teo.ErrorClass;
import edgeone.purge.teo.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends the planned batches of some jobs that this process owns, several in flight, until every one
 * is settled, unknown, or cannot be sent now. One instance a run; {@link #sendAll} may be called
 * again for what was proven absent in between.
 */
final class SubmitRun {
    private static final int IN_FLIGHT = 16;

    /**
     * A little under the rate limit's own spacing, so that batches wait on the disk and not at the
     * gate.
     */
    private static final long SPACING_NANOS = 48_000_000;

    private static final long STOP_CHECK_NANOS = 100_000_000;
    private static final int CONNECT_TRIES = 3;

    private final Connection connection;
    private final BatchSender sender;
    private final JobRepository jobs;
    private final BatchRepository batches;
    private final HistoryRepository history;
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
    private final LinkedBlockingQueue<Done> done = new LinkedBlockingQueue<>();
    private int inFlight;
    private int connectFailures;
    private boolean unreachable;
    private boolean canceled;
    private @Nullable TeoException lastTrouble;

    private record Due(Ref ref, long atNanos) {}

    private record Done(Ref ref, @Nullable Sent sent, @Nullable Throwable bug) {}

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
        this.history = journal.history();
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

    /** Whether the endpoint could not be reached, so that batches were left planned. */
    boolean unreachable() {
        return unreachable;
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
        long nextSlot = System.nanoTime();
        while (inFlight > 0 || (!queue.isEmpty() && !ended())) {
            obeyCancel();
            long now = System.nanoTime();
            Due due = queue.peek();
            long wait = STOP_CHECK_NANOS;
            if (due != null && inFlight < IN_FLIGHT && !ended()) {
                wait = Math.max(due.atNanos(), nextSlot) - now;
                if (wait <= 0) {
                    queue.poll();
                    inFlight++;
                    nextSlot = now + SPACING_NANOS;
                    workers.execute(() -> sendOne(due.ref()));
                    continue;
                }
            }
            Done finished = done.poll(Math.min(wait, STOP_CHECK_NANOS), TimeUnit.NANOSECONDS);
            if (finished != null) {
                inFlight--;
                settle(finished);
            }
        }
        obeyCancel();
        queue.clear();
    }

    private boolean ended() {
        return control.isStopped() || unreachable;
    }

    /**
     * Cancels on the disk as soon as it was asked for, while batches that have gone finish on their
     * own.
     */
    private void obeyCancel() {
        if (control.stop() == Stop.CANCEL && !canceled) {
            canceled = true;
            byId.keySet().forEach(jobs::cancel);
            byId.keySet().forEach(this::counted);
        }
    }

    private void sendOne(Ref ref) {
        try {
            progress.on(new Progress.Event.BatchMoved(ref.n(), BatchState.SENDING));
            done.add(new Done(ref, sender.send(connection, job(ref), ref.n()), null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.add(new Done(ref, new Sent.NotSent(), null));
        } catch (RuntimeException | Error e) {
            done.add(new Done(ref, null, e));
        }
    }

    private Job job(Ref ref) {
        Job job = byId.get(ref.jobId());
        if (job == null) {
            throw new IllegalStateException("not of this run: " + ref);
        }
        return job;
    }

    private void settle(Done finished) {
        if (finished.bug() instanceof RuntimeException e) {
            throw e;
        }
        if (finished.bug() instanceof Error e) {
            throw e;
        }
        Ref ref = finished.ref();
        switch (finished.sent()) {
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
            case Sent.Unreachable(TeoException trouble) -> {
                lastTrouble = trouble;
                unreached(ref);
            }
            case Sent.Unknown(TeoException trouble) -> {
                connectFailures = 0;
                lastTrouble = trouble;
                moved(ref, BatchState.UNKNOWN);
            }
            case Sent.NotSent() -> {}
            case null -> throw new IllegalStateException("a send ended with nothing");
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
        counted(ref.jobId());
    }

    private void counted(String jobId) {
        history.job(jobId)
                .ifPresent(
                        job -> {
                            List<Batch> all = new ArrayList<>(history.batches(jobId));
                            int settled =
                                    (int) all.stream().filter(b -> isSettled(b.state())).count();
                            progress.on(
                                    new Progress.Event.Counted(job.targets(), settled, all.size()));
                        });
    }

    private static boolean isSettled(BatchState state) {
        return switch (state) {
            case ACCEPTED, REJECTED, CANCELED -> true;
            case PLANNED, SENDING, UNKNOWN -> false;
        };
    }
}
