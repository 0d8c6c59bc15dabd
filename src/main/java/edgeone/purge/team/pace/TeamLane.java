package edgeone.purge.team.pace;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests of one key and action. A lease has a slot for each request that waits, and while the
 * last one is waited for the next lease is fetched, so that a round trip to the database is seldom
 * waited for. A slot that was missed is not used later.
 */
final class TeamLane {
    /** How long a request waits for the database before it does without. */
    static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(300);

    /** A slot further ahead than this is nonsense; the database gives none beyond 10 s. */
    static final long FURTHEST_AHEAD = TimeUnit.SECONDS.toNanos(11);

    /** A request later than this is told to the database, which moves later slots back. */
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(2);

    /** A request later than this would come too close to slots that others have. */
    private static final long TOO_LATE = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int MOST_SLOTS = 5;

    private final TeamPace team;
    private final PaceTable.Key key;
    private final String action;

    /** Held while waiting, so that threads go in order of arrival. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private @Nullable Future<Lease> coming;
    private @Nullable Lease lease;
    private int used;
    private final Queue<Missed> missed = new ConcurrentLinkedQueue<>();

    TeamLane(TeamPace team, PaceTable.Key key, String action) {
        this.team = team;
        this.key = key;
        this.action = action;
    }

    /**
     * Returns when the team has a slot for a request.
     *
     * @return the slot; null, at once, where the team cannot be asked
     */
    Lease.@Nullable Slot await() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            while (true) {
                Lease mine = lease();
                if (mine == null) {
                    return null;
                }
                Lease.Slot slot = mine.slots().get(used++);
                if (used == mine.slots().size() && turn.hasQueuedThreads()) {
                    coming = ask();
                }
                if (waitUntil(slot.nanos())) {
                    return slot;
                }
                missed.add(new Missed(slot, null));
            }
        } finally {
            turn.unlock();
        }
    }

    /** Notes when the request of a slot has left; null for one without. */
    void left(Lease.@Nullable Slot slot) {
        long now = System.nanoTime();
        if (slot != null && now - slot.nanos() > LATE) {
            missed.add(new Missed(slot, now));
        }
    }

    /** The lease that has the next slot; null if there is none to be had. */
    private @Nullable Lease lease() throws InterruptedException {
        Lease now = lease;
        if (now != null && used < now.slots().size()) {
            return now;
        }
        lease = null;
        used = 0;
        Future<Lease> asked = coming;
        if (asked == null) {
            if (team.rests()) {
                return null;
            }
            asked = ask();
            coming = asked;
        }
        return asked.isDone() || team.answers() ? taken(asked) : null;
    }

    private @Nullable Lease taken(Future<Lease> asked) throws InterruptedException {
        try {
            Lease got = asked.get(PATIENCE, TimeUnit.NANOSECONDS);
            coming = null;
            if (got.slots().getFirst().nanos() - System.nanoTime() > FURTHEST_AHEAD) {
                team.rest();
                return null;
            }
            lease = got;
            return got;
        } catch (TimeoutException e) {
            // The answer may still come; until then this machine has a pace of its own.
            team.rest();
            return null;
        } catch (ExecutionException | CancellationException e) {
            coming = null;
            team.rest();
            return null;
        }
    }

    private Future<Lease> ask() {
        int wanted = Math.clamp(turn.getQueueLength() + 1L, 1, MOST_SLOTS);
        List<Missed> told = new ArrayList<>();
        for (Missed each = missed.poll(); each != null; each = missed.poll()) {
            told.add(each);
        }
        return team.ask(() -> team.table().take(key, action, wanted, told));
    }

    /** Returns whether it was in time. */
    private boolean waitUntil(long slot) throws InterruptedException {
        long left = slot - System.nanoTime();
        while (left > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(this, left);
            left = slot - System.nanoTime();
        }
        return -left <= TOO_LATE;
    }
}
