package edgeone.purge.teo.reply;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Learns EdgeOne's clock from the {@code Date} of its replies. {@code Date} has whole seconds, so
 * each reply gives an interval for "server minus local"; the intervals are intersected. An empty
 * intersection means that a clock was changed; then only the newest interval counts.
 */
public final class ReplyClock implements ServerClock {
    /** EdgeOne refuses a timestamp that is further off than this. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** From this offset on, a bad signature is blamed on the clock. */
    static final Duration SUSPICIOUS = Duration.ofMinutes(4);

    /** A local clock this close is considered correct again. */
    static final Duration RIGHT = Duration.ofMinutes(1);

    /** The {@code Date} of a slower reply is too vague to use. */
    static final Duration SLOW = Duration.ofSeconds(10);

    /** Most that clocks drift apart: 1 s in this many. */
    private static final int DRIFT = 1_000;

    private record Interval(Duration low, Duration high, Instant asOf) {
        Interval at(Instant now) {
            Duration slack = Duration.between(asOf, now).abs().dividedBy(DRIFT);
            return new Interval(low.minus(slack), high.plus(slack), now);
        }

        Duration middle() {
            return low.plus(high).dividedBy(2);
        }
    }

    private @Nullable Interval known;
    private boolean corrected;

    /**
     * Learns from one reply.
     *
     * @param date the {@code Date} header; ignored if absent or unreadable
     * @param age the {@code Age} header: if present, {@code Date} may come from a cache
     * @param sent local time just before the request left
     * @param received local time when the reply's headers arrived
     */
    public synchronized void learn(
            @Nullable String date, @Nullable String age, Instant sent, Instant received) {
        Duration took = Duration.between(sent, received);
        if (date == null || age != null || took.isNegative() || took.compareTo(SLOW) > 0) {
            return;
        }
        Instant server;
        try {
            server = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return;
        }
        Interval told =
                new Interval(
                        Duration.between(received, server),
                        Duration.between(sent, server).plusSeconds(1),
                        received);
        Interval before = known;
        known = before == null ? told : intersect(before.at(received), told);
        if (corrected && known.middle().abs().compareTo(RIGHT) < 0) {
            corrected = false;
        }
    }

    private static Interval intersect(Interval before, Interval told) {
        Duration low = before.low.compareTo(told.low) > 0 ? before.low : told.low;
        Duration high = before.high.compareTo(told.high) < 0 ? before.high : told.high;
        return low.compareTo(high) > 0 ? told : new Interval(low, high, told.asOf);
    }

    /**
     * Decides whether the clock caused a refusal and signing again with {@link #signingOffset()}
     * may help. If so, requests are signed with the corrected clock from then on.
     *
     * @param signedWith the clock correction of the refused request
     */
    public synchronized boolean refused(String code, Duration signedWith) {
        if (known == null) {
            return false;
        }
        Duration error = known.middle().minus(signedWith).abs();
        boolean blame =
                code.equals("AuthFailure.SignatureExpire")
                        || (code.equals("AuthFailure.SignatureFailure")
                                && error.compareTo(SUSPICIOUS) >= 0);
        if (blame) {
            corrected = true;
        }
        return blame;
    }

    /** What to add to the local clock when signing: nothing, until EdgeOne refused it. */
    public synchronized Duration signingOffset() {
        return corrected && known != null ? known.middle() : Duration.ZERO;
    }

    @Override
    public synchronized Duration offset() {
        return known == null ? Duration.ZERO : known.middle();
    }

    /**
     * Without a usable reply, a request that EdgeOne accepted was signed with the local clock, so
     * EdgeOne's clock was within {@link #WINDOW} of it.
     */
    @Override
    public synchronized Instant earliest(Instant local) {
        return known == null ? local.minus(WINDOW) : local.plus(known.at(local).low);
    }

    @Override
    public synchronized boolean corrected() {
        return corrected;
    }
}
