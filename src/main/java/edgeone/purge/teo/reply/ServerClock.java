package edgeone.purge.teo.reply;

import java.time.Duration;
import java.time.Instant;

/** What is known of EdgeOne's clock against this machine's. May be used from any thread. */
public interface ServerClock {
    /** Best estimate of server time minus local time; zero until a reply told. */
    Duration offset();

    /**
     * The server's time at {@code local} at the earliest, given all replies so far; never later
     * than the truth.
     */
    Instant earliest(Instant local);

    /** The server's time at {@code local} as far as it is known: {@code local} plus the offset. */
    default Instant likely(Instant local) {
        return local.plus(offset());
    }

    /** Whether requests are signed with a corrected clock because EdgeOne refused the local one. */
    boolean corrected();
}
