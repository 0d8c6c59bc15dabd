package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.http.Header;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reply of the origin as a node caches it. */
public final class CachedObject {
    private static final Duration FRESH = Duration.ofHours(1);

    private final String host;
    private final String path;
    private final OriginReply reply;
    private final Instant checkedAt;
    private final boolean stale;

    private CachedObject(
            String host, String path, OriginReply reply, Instant checkedAt, boolean stale) {
        this.host = host;
        this.path = path;
        this.reply = reply;
        this.checkedAt = checkedAt;
        this.stale = stale;
    }

    static CachedObject of(String host, String path, OriginReply reply, Instant now) {
        return new CachedObject(host, path, reply, now, false);
    }

    /** A copy that the origin has just revalidated. */
    CachedObject confirmed(Instant now) {
        return new CachedObject(host, path, reply, now, false);
    }

    /** A copy that must be revalidated before it is served again. */
    CachedObject invalidated() {
        return new CachedObject(host, path, reply, checkedAt, true);
    }

    public String host() {
        return host;
    }

    /** Path and query as requested. */
    public String path() {
        return path;
    }

    /** The values of {@code Cache-Tag}, as the origin wrote them. */
    public Set<String> tags() {
        return Arrays.stream(reply.header("Cache-Tag").orElse("").split(",", -1))
                .map(String::trim)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    OriginReply reply() {
        return reply;
    }

    /** When the origin was last asked about it. */
    Instant checkedAt() {
        return checkedAt;
    }

    long age(Instant now) {
        return Math.max(0, Duration.between(checkedAt, now).toSeconds());
    }

    boolean isStale(Instant now) {
        return stale || Duration.between(checkedAt, now).compareTo(lifetime()) >= 0;
    }

    private Duration lifetime() {
        String control = reply.header("Cache-Control").orElse("");
        for (String part : control.split(",", -1)) {
            if (part.trim().matches("max-age=\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(part.trim().substring(8)));
            }
        }
        return FRESH;
    }

    /** The conditional headers that revalidate this object. */
    List<Header> conditions() {
        var conditions = new ArrayList<Header>();
        reply.header("ETag").ifPresent(e -> conditions.add(new Header("If-None-Match", e)));
        reply.header("Last-Modified")
                .ifPresent(m -> conditions.add(new Header("If-Modified-Since", m)));
        return conditions;
    }
}
