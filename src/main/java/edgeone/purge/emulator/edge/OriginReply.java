package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.http.Header;

import java.util.List;
import java.util.Optional;

/** What the origin answered. */
final class OriginReply {
    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    OriginReply(int status, List<Header> headers, byte[] body) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body.clone();
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    boolean mayBeCached() {
        return status == 200 && !header("Cache-Control").orElse("").contains("no-store");
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
