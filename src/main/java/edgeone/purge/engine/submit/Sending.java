package edgeone.purge.engine.submit;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.submit.BatchSender.Sent;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.Job;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.Departure;

import org.jspecify.annotations.Nullable;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One batch being sent, on its own thread. Until its bytes leave it can be held back reliably: a
 * batch held back has not left and never will.
 */
final class Sending implements Runnable, Departure {
    private enum Phase {
        WAITING,
        LEFT,
        HELD_BACK
    }

    private final Connection connection;
    private final BatchSender sender;
    private final Job job;
    private final Ref ref;
    private final Queue<News> news;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
    private volatile @Nullable Thread thread;
    private volatile @Nullable JournalException lost;

    Sending(Connection connection, BatchSender sender, Job job, Ref ref, Queue<News> news) {
        this.connection = connection;
        this.sender = sender;
        this.job = job;
        this.ref = ref;
        this.news = news;
    }

    /** News about a batch being sent. */
    sealed interface News {
        Ref ref();

        /** Its bytes leave now. */
        record Left(Ref ref) implements News {}

        /** The send has ended. */
        record Ended(Ref ref, Sent sent) implements News {}

        /** The journal failed, or there is a bug. */
        record Broke(Ref ref, Throwable cause) implements News {}
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        if (phase.get() == Phase.HELD_BACK) {
            news.add(new News.Ended(ref, new Sent.NotSent()));
            return;
        }
        try {
            Sent sent = sender.send(connection, job, ref.n(), this);
            JournalException cause = lost;
            news.add(cause == null ? new News.Ended(ref, sent) : new News.Broke(ref, cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            news.add(new News.Ended(ref, new Sent.NotSent()));
        } catch (RuntimeException | Error e) {
            news.add(new News.Broke(ref, e));
        }
    }

    /** Called just before the bytes leave: checks the account's level and the journal once more. */
    @Override
    public boolean mayLeave() {
        if (phase.get() == Phase.WAITING && connection.safety() == SafetyLevel.READ_ONLY) {
            phase.compareAndSet(Phase.WAITING, Phase.HELD_BACK);
        }
        if (phase.get() == Phase.WAITING && !isRecorded()) {
            phase.compareAndSet(Phase.WAITING, Phase.HELD_BACK);
        }
        if (phase.compareAndSet(Phase.WAITING, Phase.LEFT)) {
            news.add(new News.Left(ref));
        }
        return phase.get() == Phase.LEFT;
    }

    private boolean isRecorded() {
        try {
            sender.leaves(ref);
            return true;
        } catch (JournalException e) {
            lost = e;
            return false;
        }
    }

    /**
     * Keeps the batch from leaving and ends its wait for a slot. Has no effect once it has left.
     */
    void holdBack() {
        if (phase.compareAndSet(Phase.WAITING, Phase.HELD_BACK)) {
            Thread waiting = thread;
            if (waiting != null) {
                waiting.interrupt();
            }
        }
    }
}
