package edgeone.purge.teo;

import edgeone.purge.teo.watch.CallBody;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One attempt to send one request. It can begin only once, and not after it was abandoned, so that
 * a late send never contradicts "nothing was sent".
 */
final class Attempt {
    private enum Phase {
        WAITING,
        SENT,
        ABANDONED
    }

    private final String action;
    private final byte[] body;
    private final Credentials credentials;
    private final Departure departure;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);
    private volatile Duration offset = Duration.ZERO;
    private volatile boolean overdue;
    private volatile long started = System.nanoTime();
    private volatile @Nullable Heard heard;

    /** What came back, even if the reply was cut off. */
    record Heard(int status, CallBody body) {}

    Attempt(String action, byte[] body, Credentials credentials, Departure departure) {
        this.action = action;
        this.body = body;
        this.credentials = credentials;
        this.departure = departure;
    }

    String action() {
        return action;
    }

    byte[] body() {
        return body;
    }

    Credentials credentials() {
        return credentials;
    }

    /** Marks that the first byte is about to leave; false if it must not leave (any more). */
    boolean begin(Duration signedOffset) {
        offset = signedOffset;
        started = System.nanoTime();
        return departure.mayLeave() && phase.compareAndSet(Phase.WAITING, Phase.SENT);
    }

    /** Abandons the attempt; true if nothing has left, and nothing will. */
    boolean abandon() {
        return phase.compareAndSet(Phase.WAITING, Phase.ABANDONED);
    }

    boolean sent() {
        return phase.get() == Phase.SENT;
    }

    /** How long it has been since the first byte left, or since this was made if none has. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Keeps what came back. */
    void hear(int status, CallBody body) {
        heard = new Heard(status, body);
    }

    /** What came back; null if there was no status. */
    @Nullable Heard heard() {
        return heard;
    }

    /** The correction of the local clock used in the signature. */
    Duration offset() {
        return offset;
    }

    /** Marks that the call timeout has passed. */
    void setOverdue() {
        overdue = true;
    }

    boolean overdue() {
        return overdue;
    }
}
