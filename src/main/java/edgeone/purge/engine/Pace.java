package edgeone.purge.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/**
 * How fast requests of one key and action may leave: a generic cell rate algorithm whose rate gives
 * way when EdgeOne says so, and comes back. All times are microseconds since 1970.
 *
 * @param next the earliest slot that is free
 * @param milliRate requests in a thousand seconds
 * @param changed when the rate last changed
 * @param throttled when EdgeOne last asked to slow down; 0 for never
 * @param ceiling the highest rate before {@code ceilingEnds}, a limit EdgeOne named
 */
record Pace(
        long next, long milliRate, long changed, long throttled, long ceiling, long ceilingEnds) {
    static final long SECOND = 1_000_000;

    /**
     * A caller this much behind its slot does not move the slots after it, so that the rate does
     * not suffer from late timers.
     */
    static final long CATCH_UP = 3_000;

    /**
     * Slots are this much further apart than the limit asks: 51.1 ms for 20 a second, 97.8 % of it.
     */
    private static final long SLACK_PERMILLE = 22;

    private static final long SLOWEST = 1_000;
    private static final long STEP = 1_000;
    private static final long STEP_EVERY = 5 * SECOND;
    private static final long CEILING_LASTS = 300 * SECOND;

    /** Requests that were under way together are refused together; that counts once. */
    private static final long ONE_REFUSAL = SECOND;

    private static final long FURTHEST_AHEAD = 10 * SECOND;
    private static final String MARK = "pace1";

    /** Length of the written form, always the same, so that a new one covers an old one fully. */
    static final int BYTES = 160;

    /** A slot, and the pace after it was taken. */
    record Slot(long at, Pace after) {}

    /** Nothing was ever sent. */
    static Pace fresh(long now, int perSecond) {
        return new Pace(now, perSecond * 1_000L, now, 0, perSecond * 1_000L, 0);
    }

    /** Something may just have been sent, but what is not known. */
    static Pace unknown(long now, int perSecond) {
        Pace fresh = fresh(now, perSecond);
        return fresh.withNext(now + fresh.interval());
    }

    /** Microseconds between two slots. */
    long interval() {
        return SECOND * 1_000 * (1_000 + SLACK_PERMILLE) / 1_000 / milliRate;
    }

    /** Takes the next free slot. */
    Slot take(long now, int perSecond) {
        Pace pace = recovered(now, perSecond);
        if (pace.next - now > Math.max(FURTHEST_AHEAD, 20 * pace.interval())) {
            // The clock was set back, or the file was written by nobody sane.
            pace = pace.withNext(now + pace.interval());
        }
        long at = Math.max(now, pace.next);
        long following = Math.max(pace.next, at - CATCH_UP) + pace.interval();
        return new Slot(at, pace.withNext(following));
    }

    /** The pace after a request left at {@code now}, later than its slot. */
    Pace leftLate(long now) {
        return withNext(Math.max(next, now - CATCH_UP + interval()));
    }

    /** Slows down: to the rate EdgeOne names where that is lower than this one, else by half. */
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
        Pace slower = new Pace(pace.next, rate, now, refused, newCeiling, newEnds);
        return slower.withNext(Math.max(pace.next, now + slower.interval()));
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
        return new Pace(next, rate, since, throttled, ceiling, held ? ceilingEnds : 0);
    }

    private Pace withNext(long slot) {
        return new Pace(slot, milliRate, changed, throttled, ceiling, ceilingEnds);
    }

    byte[] encode() {
        String numbers =
                "%s %d %d %d %d %d %d"
                        .formatted(MARK, next, milliRate, changed, throttled, ceiling, ceilingEnds);
        byte[] line = new byte[BYTES];
        Arrays.fill(line, (byte) ' ');
        byte[] text = (numbers + " " + checksum(numbers)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, line, 0, text.length);
        line[BYTES - 1] = '\n';
        return line;
    }

    /** Empty for anything that {@link #encode} did not write as a whole. */
    static Optional<Pace> decode(byte[] line, int perSecond) {
        String text = new String(line, StandardCharsets.US_ASCII).strip();
        int end = text.lastIndexOf(' ');
        if (end < 0 || !checksum(text.substring(0, end)).equals(text.substring(end + 1))) {
            return Optional.empty();
        }
        String[] parts = text.substring(0, end).split(" ", -1);
        if (parts.length != 7 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            long[] n = Arrays.stream(parts).skip(1).mapToLong(Long::parseLong).toArray();
            Pace pace = new Pace(n[0], n[1], n[2], n[3], n[4], n[5]);
            return pace.isPlausible(perSecond) ? Optional.of(pace) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isPlausible(int perSecond) {
        long far = Long.MAX_VALUE / 4;
        return Math.min(Math.min(next, changed), Math.min(throttled, ceilingEnds)) >= 0
                && Math.max(Math.max(next, changed), Math.max(throttled, ceilingEnds)) < far
                && Math.min(milliRate, ceiling) >= SLOWEST
                && milliRate <= perSecond * 1_000L;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
