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
 * intersection means that a clock was set: then only the newest counts.
 */
public final class ReplyClock implements ServerClock {
    /** EdgeOne refuses a timestamp that is further off than this. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** A bad signature is blamed on the clock from this much on. */
    static final Duration SUSPICIOUS = Duration.ofMinutes(4);

    /** A local clock this near is right again. */
    static final Duration RIGHT = Duration.ofMinutes(1);

    /** The Date of a slower reply says too little. */
    static final Duration SLOW = Duration.ofSeconds(10);

    /** What clocks drift apart at the most: 1 s in this many. */
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
     * Takes in one reply.
     *
     * @param date the {@code Date} header; ignored where absent or unreadable
     * @param age the {@code Age} header: where present, {@code Date} may be a cache's memory
     * @param sent local time just before the request left
     * @param received local time when the head of the reply was there
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
     * Judges a refusal: whether the clock is to blame and signing again with {@link
     * #signingOffset()} may help. From then on requests are signed with the corrected clock.
     *
     * @param signedWith by how much the refused request's time was corrected
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
     * Where no reply told anything yet, a request EdgeOne took was signed with the local clock, and
     * so its clock was within {@link #WINDOW} of it.
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
