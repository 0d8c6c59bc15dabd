package edgeone.purge.engine.calls;

import edgeone.purge.journal.calls.CallRepository;
import edgeone.purge.journal.calls.NewCall;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.teo.watch.CallReport;
import edgeone.purge.teo.watch.CallWatcher;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Records calls in the journal, after they ended and beside what is at work: what it is told waits
 * in a queue, and a thread of its own writes it, several calls at once and without an fsync.
 * Whatever goes wrong is logged, and the calls concerned are lost. Thread-safe.
 */
public final class CallRecorder implements CallWatcher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);
    private static final long GATHER_MILLIS = 150;
    private static final long AGAIN_MILLIS = 500;
    private static final int TRIES = 20;

    /** One transaction writes no more than about this many bytes. */
    private static final int WEIGHT = 1024 * 1024;

    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final CallRepository journal;
    private final CallNotes notes;
    private final Clock clock;
    private final CallQueue queue = new CallQueue();
    private volatile boolean ended;
    private @Nullable Thread thread;

    /**
     * @param cover removes secrets from text
     */
    public CallRecorder(CallRepository journal, UnaryOperator<String> cover, Clock clock) {
        this.journal = journal;
        this.notes = new CallNotes(cover);
        this.clock = clock;
    }

    /** Begins to write, once the journal is open. Until then calls wait. */
    public synchronized void start() {
        if (thread == null && !queue.isClosed()) {
            thread = Thread.ofPlatform().daemon().name("call recorder").start(this::run);
        }
    }

    @Override
    public void ended(CallReport call) {
        if (!ended) {
            queue.add(new CallQueue.Waiting(call, clock.instant().minus(call.took())));
        }
    }

    private void run() {
        try {
            while (!ended) {
                List<CallQueue.Waiting> calls = queue.take(GATHER_MILLIS);
                if (calls.isEmpty()) {
                    return;
                }
                try {
                    record(calls);
                } catch (JournalException e) {
                    throw e;
                } catch (RuntimeException e) {
                    LOG.error("calls not recorded: {}", calls.size(), e);
                }
                long lost = queue.lost();
                if (lost > 0) {
                    LOG.warn("calls not recorded because too many came at once: {}", lost);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (JournalException e) {
            LOG.warn("calls are no longer recorded: {}", e.getMessage());
        } finally {
            ended = true;
        }
    }

    private void record(List<CallQueue.Waiting> calls) throws InterruptedException {
        List<NewCall> rows = calls.stream().map(w -> notes.of(w.call(), w.at())).toList();
        if (ended) {
            // They may not be covered: the secrets are forgotten once this is closed.
            return;
        }
        int from = 0;
        int weight = 0;
        for (int i = 0; i < rows.size(); i++) {
            weight += rows.get(i).weight();
            if (weight >= WEIGHT || i == rows.size() - 1) {
                write(rows.subList(from, i + 1));
                from = i + 1;
                weight = 0;
            }
        }
    }

    private void write(List<NewCall> rows) throws InterruptedException {
        for (int i = 1; ; i++) {
            try {
                journal.add(rows);
                return;
            } catch (JournalException e) {
                if (e.kind() == JournalException.Kind.REPLACED) {
                    throw e;
                }
                boolean busy = e.kind() == JournalException.Kind.BUSY;
                if (!busy || i == TRIES || ended) {
                    LOG.warn("calls not recorded: {}; {}", rows.size(), e.getMessage());
                    return;
                }
            }
            queue.pause(AGAIN_MILLIS);
        }
    }

    /** Writes what waits, and stops after two seconds at the latest. */
    @Override
    public void close() {
        queue.close();
        Thread writing;
        synchronized (this) {
            writing = thread;
        }
        try {
            if (writing != null && !writing.join(CLOSING)) {
                LOG.warn("the last calls were not recorded: the journal is busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended = true;
    }
}
