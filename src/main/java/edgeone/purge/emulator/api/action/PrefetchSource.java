package edgeone.purge.emulator.api.action;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Fetches for prefetches, and keeps what came until the prefetch takes effect. Thread-safe. */
public interface PrefetchSource {
    /** A header of the requests to the origin. */
    record Field(String name, String value) {}

    /**
     * What the origin answered.
     *
     * @param playlist the text of an M3U8 playlist; empty for anything else
     */
    record Answer(int status, String playlist) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * A row of a prefetch that is being accepted.
     *
     * @param ticket names the prefetch
     * @param row its index
     * @param at when it was requested, by the service's clock
     */
    record For(String ticket, int row, Instant at) {}

    /**
     * Fetches a URL; what can be cached is kept under the row's name.
     *
     * @throws IOException if the origin does not answer
     */
    Answer fetch(For row, UrlParts url, List<Field> headers) throws IOException;

    /** Drops what was fetched for a prefetch that was not accepted. */
    void forget(String ticket);
}
