package edgeone.purge.engine.pace;

import edgeone.purge.teo.RequestGate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spaces the requests of one key so that no one-second window of an action exceeds the limit,
 * counted over all processes that share the folder. A slot is taken under a file lock and waited
 * for without it; a request that is too late for its slot takes another one. At 20 a second slots
 * are at least 30 ms apart, a slot is at least 1,020 ms after the twentieth before it, and any 21
 * requests take at least 1,018 ms.
 *
 * <p>A process has one gate per key. Thread-safe.
 */
public final class PacedGate implements RequestGate, AutoCloseable {
    /** What EdgeOne allows for every action of an account. */
    public static final int DOCUMENTED_LIMIT = 20;

    /**
     * A request later than this, in microseconds, reports it, and the following slots move back.
     */
    static final long LATE = 2_000;

    /** A request later than this, in microseconds, would come too close to a taken slot. */
    static final long TOO_LATE = 7_000;

    /**
     * "exceeds the frequency limit `20` for a second", as real servers write it; the Chinese text
     * names it 频率上限 or 频率限制.
     */
    private static final Pattern NAMED_LIMIT =
            Pattern.compile("(?:frequency limit|频率上限|频率限制)\\D{0,20}?`(\\d{1,4})`");

    private final Path folder;
    private final String fingerprint;
    private final int perSecond;
    private final PaceClock clock;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * @param folder where the paces are stored; created if missing
     * @param fingerprint identifies the key, see {@link edgeone.purge.teo.Fingerprint}
     * @param perSecond requests of one action in any second, from 1
     */
    public PacedGate(Path folder, String fingerprint, int perSecond) {
        this(folder, fingerprint, perSecond, PaceClock.SYSTEM);
    }

    PacedGate(Path folder, String fingerprint, int perSecond, PaceClock clock) {
        if (!fingerprint.matches("[0-9A-Za-z]+") || perSecond < 1) {
            throw new IllegalArgumentException(fingerprint + ", " + perSecond);
        }
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    @Override
    public void await(String action) throws InterruptedException {
        grant(action);
    }

    @Override
    public Runnable open(String action) throws InterruptedException {
        Lane lane = lane(action);
        Granted granted = lane.grant();
        return () -> lane.left(granted);
    }

    /** Like {@link #await}; returns when the request may leave, in microseconds since 1970. */
    long grant(String action) throws InterruptedException {
        return lane(action).grant().at();
    }

    /**
     * Permission for a request to leave.
     *
     * @param slot as recorded in the pace
     * @param at when it may leave, not much later than its slot
     */
    private record Granted(long slot, long at) {}

    @Override
    public void throttled(String action, String serverMessage) {
        try {
            lane(action).slow(namedLimit(serverMessage));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The requests per second named in a throttling answer, if any. */
    public static OptionalInt namedLimit(String serverMessage) {
        Matcher matcher = NAMED_LIMIT.matcher(serverMessage);
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    private Lane lane(String action) {
        if (!action.matches("[0-9A-Za-z]+")) {
            throw new IllegalArgumentException(action);
        }
        return lanes.computeIfAbsent(
                action,
                name -> {
                    Path path = folder.resolve(fingerprint + "-" + name + ".pace");
                    return new Lane(new PaceFile(path, perSecond, clock), perSecond, clock);
                });
    }

    /** Closes the files; the gate must not be used any more. */
    @Override
    public void close() {
        try {
            for (Lane lane : lanes.values()) {
                lane.file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The requests of one action. */
    private static final class Lane {
        private final PaceFile file;
        private final int perSecond;
        private final PaceClock clock;

        /**
         * Held while waiting, so that a process reserves at most one slot ahead and threads go in
         * order of arrival.
         */
        private final ReentrantLock turn = new ReentrantLock(true);

        /** When this process released requests, newest first, by a clock that never jumps. */
        private final Deque<Long> departures = new ArrayDeque<>();

        Lane(PaceFile file, int perSecond, PaceClock clock) {
            this.file = file;
            this.perSecond = perSecond;
            this.clock = clock;
        }

        Granted grant() throws InterruptedException {
            turn.lockInterruptibly();
            try {
                Granted granted = waitForSlot();
                departures.addFirst(clock.nanos());
                if (departures.size() > Pace.MOST_TAKEN) {
                    departures.removeLast();
                }
                return granted;
            } finally {
                turn.unlock();
            }
        }

        /** Moves later slots back for a request that was held up after its slot. */
        void left(Granted granted) {
            long now = clock.wallMicros();
            if (now - granted.slot() <= LATE) {
                return;
            }
            try {
                file.update(
                        pace -> new PaceFile.Change<>(pace.leftLate(granted.slot(), now), true));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Granted waitForSlot() throws InterruptedException {
            while (true) {
                Reserved mine = file.update(this::reserve);
                waitUntil(mine.deadline());
                long now = clock.wallMicros();
                if (lateness(mine, now) <= LATE) {
                    return new Granted(mine.slot(), now);
                }
                long left = file.update(pace -> leaveLate(pace, mine));
                if (left != NOT_NOW) {
                    return new Granted(left, left);
                }
            }
        }

        /** Microseconds, by the clock that reports more. */
        private long lateness(Reserved mine, long now) {
            long nanos = clock.nanos() - mine.deadline();
            return Math.max(now - mine.slot(), TimeUnit.NANOSECONDS.toMicros(nanos));
        }

        private static final long NOT_NOW = -1;

        private record Reserved(long slot, long deadline, long next) {}

        private PaceFile.Change<Reserved> reserve(Pace pace) {
            long now = clock.wallMicros();
            long nanos = clock.nanos();
            Pace.Slot slot = pace.take(now, perSecond);
            long deadline = nanos + TimeUnit.MICROSECONDS.toNanos(slot.at() - now);
            Pace after = slot.after();
            // Whatever the wall clock did, this process keeps its own spacing.
            long wait =
                    Math.max(
                            deadline - nanos,
                            Math.max(
                                    remaining(1, after.spacing() * 9 / 10, nanos),
                                    remaining(after.slots(), after.window(), nanos)));
            deadline = nanos + wait;
            return new PaceFile.Change<>(after, new Reserved(slot.at(), deadline, after.next()));
        }

        /** Nanoseconds until the {@code n}th departure before is {@code micros} ago. */
        private long remaining(int n, long micros, long nanos) {
            // One slot may have been used a little late and the next on time.
            long least = TimeUnit.MICROSECONDS.toNanos(micros - LATE);
            return departures.stream()
                    .skip(n - 1)
                    .findFirst()
                    .map(then -> then + least - nanos)
                    .orElse(Long.MIN_VALUE);
        }

        /** Leaves now, or takes another slot if one after the missed slot is too near. */
        private PaceFile.Change<Long> leaveLate(Pace pace, Reserved mine) {
            long now = clock.wallMicros();
            if (pace.next() != mine.next() && lateness(mine, now) > TOO_LATE) {
                return new PaceFile.Change<>(pace, NOT_NOW);
            }
            return new PaceFile.Change<>(pace.leftLate(mine.slot(), now), now);
        }

        private void waitUntil(long deadline) throws InterruptedException {
            long left = deadline - clock.nanos();
            while (left > 0) {
                clock.park(left);
                left = deadline - clock.nanos();
            }
        }

        void slow(OptionalInt named) throws InterruptedException {
            file.update(
                    pace ->
                            new PaceFile.Change<>(
                                    pace.slowed(clock.wallMicros(), perSecond, named), true));
        }
    }
}
