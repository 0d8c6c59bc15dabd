package edgeone.purge.emulator.http;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request with its head read. The body stays on the connection until it is asked for, so that the
 * connection can be dropped first.
 */
public final class Received {
    private final String method;
    private final String path;
    private final String query;
    private final List<Header> headers;
    private final InputStream bodyStream;
    private final long arrived = System.nanoTime();
    private byte @Nullable [] body;

    /**
     * A request as read from a connection.
     *
     * @param target the request target as sent, {@code /path?query} or absolute form
     * @param bodyStream ends where the body ends
     */
    public Received(String method, String target, List<Header> headers, InputStream bodyStream) {
        String local = target;
        if (!local.startsWith("/")) {
            int authority = local.indexOf("://");
            int slash = authority < 0 ? -1 : local.indexOf('/', authority + 3);
            local = slash < 0 ? "/" : local.substring(slash);
        }
        int mark = local.indexOf('?');
        this.method = method;
        this.path = mark < 0 ? local : local.substring(0, mark);
        this.query = mark < 0 ? "" : local.substring(mark + 1);
        this.headers = List.copyOf(headers);
        this.bodyStream = bodyStream;
    }

    public String method() {
        return method;
    }

    /** When its head had been read, by {@link System#nanoTime}. */
    public long arrived() {
        return arrived;
    }

    /** As sent, without the query. */
    public String path() {
        return path;
    }

    /** As sent, without the question mark; empty if there is none. */
    public String query() {
        return query;
    }

    /** Path and query as sent. */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The first header with this name, trimmed. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(h -> h.value().trim())
                .findFirst();
    }

    /** The {@code Host} header in lower case without its port; empty if it is missing. */
    public String site() {
        String host = header("Host").orElse("").toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        return colon > 0 && host.indexOf(']', colon) < 0 ? host.substring(0, colon) : host;
    }

    /**
     * Reads the body.
     *
     * @param limit most bytes to keep
     * @return empty if the body is longer
     * @throws IOException if the client disconnected
     */
    public Optional<byte[]> body(int limit) throws IOException {
        if (body == null) {
            body = bodyStream.readNBytes(limit + 1);
        }
        return body.length > limit ? Optional.empty() : Optional.of(body.clone());
    }

    /**
     * Reads the rest of the body, so that the connection can carry the next request.
     *
     * @return false if more than {@code limit} bytes were left
     */
    boolean drain(long limit) throws IOException {
        byte[] block = new byte[65_536];
        long seen = 0;
        for (int n = bodyStream.read(block); n >= 0; n = bodyStream.read(block)) {
            seen += n;
            if (seen > limit) {
                return false;
            }
        }
        return true;
    }
}
