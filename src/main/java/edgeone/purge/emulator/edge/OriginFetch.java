package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.http.Header;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fetches from the origin, one connection per request. Does not use {@code java.net.http}, which
 * does not allow {@code Host} to be set.
 */
final class OriginFetch {
    private static final int PATIENCE_MILLIS = 10_000;

    private final URI origin;

    OriginFetch(URI origin) {
        this.origin = origin;
    }

    OriginReply get(String host, String path, List<Header> conditions) throws IOException {
        try (var socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var head = new StringBuilder();
            head.append("GET ").append(path).append(" HTTP/1.1\r\nHost: ").append(host);
            for (Header condition : conditions) {
                head.append("\r\n").append(condition.name()).append(": ").append(condition.value());
            }
            head.append("\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            return read(socket.getInputStream().readAllBytes());
        }
    }

    /** The connection closes after the reply, so these bytes are all of it. */
    private static OriginReply read(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            throw new IOException("not an HTTP reply");
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(
                    new Header(lines[i].substring(0, colon), lines[i].substring(colon + 1).trim()));
        }
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        return new OriginReply(Integer.parseInt(lines[0].substring(9, 12)), headers, body);
    }
}
