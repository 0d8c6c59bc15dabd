package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.http.Header;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fetches from the origin ahead of any request. Thread-safe. */
public final class OriginPull {
    private final OriginFetch origin;
    private final InstantSource clock;

    public OriginPull(URI origin, InstantSource clock) {
        this.origin = new OriginFetch(origin);
        this.clock = clock;
    }

    /**
     * What came.
     *
     * @param playlist the text of an M3U8 playlist; empty for anything else
     * @param object empty if it may not be cached
     */
    public record Pulled(int status, String playlist, Optional<CachedObject> object) {}

    /**
     * Fetches an object.
     *
     * @param path with the query
     * @param headers sent with the request
     */
    public Pulled pull(String host, String path, List<Header> headers) throws IOException {
        OriginReply reply = origin.get(host, path, headers);
        return new Pulled(
                reply.status(),
                isPlaylist(path, reply) ? new String(reply.body(), StandardCharsets.UTF_8) : "",
                reply.mayBeCached()
                        ? Optional.of(CachedObject.of(host, path, reply, clock.instant()))
                        : Optional.empty());
    }

    private static boolean isPlaylist(String path, OriginReply reply) {
        String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("mpegurl") || path.endsWith(".m3u8");
    }
}
