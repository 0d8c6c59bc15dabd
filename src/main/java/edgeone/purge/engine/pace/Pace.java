package edgeone.purge.engine.pace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * How fast requests of one key and action may leave: no more than the rate in any window slightly
 * over a second, counted from the last slots, and not all at once within it. The rate drops when
 * EdgeOne throttles, and recovers. All times are microseconds since 1970.
 *
 * <p>Within a window slots are closer together than the rate, so that a late caller or timer
 * catches up.
 *
 * @param taken the last slots taken, newest first; no more than fit in a window
 * @param next the earliest slot that is far enough from the last one
 * @param milliRate requests in a thousand seconds
 * @param changed when the rate last changed
 * @param throttled when EdgeOne last asked to slow down; 0 for never
 * @param ceiling the highest rate until {@code ceilingEnds}, a limit EdgeOne named
 */
record Pace(
        List<Long> taken,
        long next,
        long milliRate,
        long changed,
        long throttled,
        long ceiling,
        long ceilingEnds) {
    static final long SECOND = 1_000_000;
    static final long SLOWEST = 1_000;

    /** Most slots remembered; a higher rate is counted in shorter windows. */
    static final int MOST_TAKEN = 20;

    /** The longest window; older slots no longer count. */
    static final long LONGEST_WINDOW = 3 * SECOND;

    /**
     * Windows are this much longer than the limit requires: 1,020 ms for 20 requests, 98 % of the
     * limit. The margin covers jitter between slot and server.
     */
    private static final long SLACK_PERMILLE = 20;

    /** How close slots may be, in hundredths of the rate's own distance. */
    private static final long CLOSEST_PERCENT = 60;

    private static final long STEP = 1_000;
    private static final long STEP_EVERY = 5 * SECOND;
    private static final long CEILING_LASTS = 300 * SECOND;

    /** Requests in flight at the same time are throttled together; that counts once. */
    private static final long ONE_REFUSAL = SECOND;

    private static final long FURTHEST_AHEAD = 10 * SECOND;

    public Pace {
        taken = List.copyOf(taken);
    }

    /** A slot, and the pace after it was taken. */
    record Slot(long at, Pace after) {}

    /** A pace before anything was sent. */
    static Pace fresh(long now, int perSecond) {
        long limit = perSecond * 1_000L;
        return new Pace(List.of(), now, limit, now, 0, limit, 0);
    }

    /** A pace with an unknown past: a full window may just have been sent. */
    static Pace unknown(long now, int perSecond) {
        return fresh(now, perSecond).withUnknownPast(now);
    }

    /** Slots in one window. */
    int slots() {
        return Math.clamp(milliRate / 1_000, 1, MOST_TAKEN);
    }

    /** Microseconds in which at most {@link #slots()} requests leave, both ends included. */
    long window() {
        return slots() * SECOND * (1_000 + SLACK_PERMILLE) / milliRate;
    }

    /** Minimum microseconds between two slots. */
    long spacing() {
        return slots() == 1 ? window() : SECOND * 10 * CLOSEST_PERCENT / milliRate;
    }

    /** Takes the next free slot. */
    Slot take(long now, int perSecond) {
        Pace pace = recovered(now, perSecond);
        if (pace.earliest() - now > FURTHEST_AHEAD) {
            // The clock was set back, or the file holds nonsense.
            pace = pace.withUnknownPast(now);
        }
        long at = Math.max(now, pace.earliest());
        List<Long> taken = new ArrayList<>(List.of(at));
        pace.taken.stream()
                .limit(MOST_TAKEN - 1)
                .filter(slot -> at - slot < LONGEST_WINDOW)
                .forEach(taken::add);
        return new Slot(at, pace.with(taken, at + pace.spacing()));
    }

    private long earliest() {
        return taken.size() < slots() ? next : Math.max(next, taken.get(slots() - 1) + window());
    }

    /** Returns the pace after a request left at {@code now}, later than its slot. */
    Pace leftLate(long slot, long now) {
        boolean last = next == slot + spacing();
        List<Long> left =
                taken.stream()
                        .map(t -> t == slot ? now : t)
                        .sorted(Comparator.reverseOrder())
                        .toList();
        return with(left, last ? now + spacing() : next);
    }

    /**
     * Slows down: to the rate EdgeOne names if that is lower than the current one, else by half.
     */
    Pace slowed(long now, int perSecond, OptionalInt named) {
        Pace pace = recovered(now, perSecond);
        long limit = named.isPresent() ? named.getAsInt() * 1_000L : Long.MAX_VALUE;
        boolean lower = limit >= SLOWEST && limit < perSecond * 1_000L;
        long newCeiling = lower ? limit : pace.ceiling;
        long newEnds = lower ? now + CEILING_LASTS : pace.ceilingEnds;
        boolean counted = pace.throttled != 0 && Math.abs(now - pace.throttled) < ONE_REFUSAL;
        long rate = pace.milliRate;
        if (lower && limit < rate) {
            rate = limit;
        } else if (!counted) {
            rate = Math.max(SLOWEST, rate / 2);
        }
        long refused = counted ? pace.throttled : now;
        Pace slower = new Pace(pace.taken, pace.next, rate, now, refused, newCeiling, newEnds);
        return slower.with(pace.taken, Math.max(pace.next, now + slower.window() / slower.slots()));
    }

    private Pace recovered(long now, int perSecond) {
        long limit = perSecond * 1_000L;
        boolean held = ceilingEnds > now && ceilingEnds <= now + CEILING_LASTS;
        long highest = held ? Math.min(ceiling, limit) : limit;
        long since = Math.clamp(changed, 0, now);
        long rate = Math.min(milliRate, highest);
        if (rate < highest) {
            long steps = (now - since) / STEP_EVERY;
            rate = Math.min(highest, rate + Math.min(steps, limit) * STEP);
            since += steps * STEP_EVERY;
        } else {
            since = now;
        }
        return new Pace(taken, next, rate, since, throttled, ceiling, held ? ceilingEnds : 0);
    }

    private Pace with(List<Long> slots, long earliest) {
        return new Pace(slots, earliest, milliRate, changed, throttled, ceiling, ceilingEnds);
    }

    /** Assumes the fullest possible past: a whole window of slots, as close together as allowed. */
    private Pace withUnknownPast(long now) {
        List<Long> fullest =
                LongStream.range(0, slots()).mapToObj(i -> now - i * spacing()).toList();
        return with(fullest, now + spacing());
    }
}
