package edgeone.purge.team.pace;

import edgeone.purge.team.pace.PaceTable.Key;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CancellationException;
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

    /** A request later than this would come too close to the next slot. */
    private static final long TOO_LATE = TimeUnit.MILLISECONDS.toNanos(7);

    private static final int MOST_SLOTS = 5;

    private final TeamPace team;
    private final Key key;
    private final String action;

    /** Held while waiting, so that threads go in order of arrival. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private @Nullable Future<Lease> coming;
    private @Nullable Lease lease;
    private int used;

    TeamLane(TeamPace team, Key key, String action) {
        this.team = team;
        this.key = key;
        this.action = action;
    }

    /** Returns when the team has a slot for a request, or at once where it cannot be asked. */
    void await() throws InterruptedException {
        turn.lockInterruptibly();
        try {
            while (true) {
                Lease mine = lease();
                if (mine == null) {
                    return;
                }
                long slot = mine.slot(used++);
                if (used == mine.slots() && turn.hasQueuedThreads()) {
                    coming = ask();
                }
                if (waitUntil(slot)) {
                    return;
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** The lease that has the next slot; null if there is none to be had. */
    private @Nullable Lease lease() throws InterruptedException {
        Lease now = lease;
        if (now != null && used < now.slots()) {
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
            if (got.first() - System.nanoTime() > FURTHEST_AHEAD) {
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
        return team.ask(() -> team.table().take(key, action, wanted));
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
