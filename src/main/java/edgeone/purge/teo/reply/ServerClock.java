package edgeone.purge.teo.reply;

import java.time.Duration;
import java.time.Instant;

/** What is known about EdgeOne's clock relative to this machine's. Thread-safe. */
public interface ServerClock {
    /** Best estimate of server time minus local time; zero before the first usable reply. */
    Duration offset();

    /**
     * The earliest the server's time can be at {@code local}, given all replies so far; never later
     * than the truth.
     */
    Instant earliest(Instant local);

    /** The best estimate of the server's time at {@code local}: {@code local} plus the offset. */
    default Instant likely(Instant local) {
        return local.plus(offset());
    }

    /** Whether requests are signed with a corrected clock because EdgeOne refused the local one. */
    boolean corrected();
}
