package edgeone.purge.ui.kit;

import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.model.QuotaWait;

import java.time.Instant;

/** What is said of quota that is waited for. */
public final class QuotaTexts {
    private QuotaTexts() {}

    /** How many targets wait, and until when, in EdgeOne's time zone and in the reader's. */
    public static String waits(Formats formats, QuotaWait waits) {
        return formats.text("window.quota.waits", waits.targets(), reset(formats, waits.from()));
    }

    /** {@code 2026-11-27 00:00 (UTC+8, EdgeOne's time zone), 2026-11-26 16:00 local time}. */
    public static String reset(Formats formats, Instant from) {
        return formats.text(
                "window.quota.reset",
                QuotaDay.inItsZone(from),
                QuotaDay.here(from, formats.zone()));
    }
}
