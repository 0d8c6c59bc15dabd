package edgeone.purge.emulator.origin;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import edgeone.purge.emulator.http.Header;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.http.Reply;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A file with its validators. */
final class OriginFile {
    private final byte[] body;
    private final List<Header> headers;
    private final String etag;
    private final Instant modified;

    /**
     * @param headers sent with the file
     */
    OriginFile(byte[] body, List<Header> headers, Instant modified) {
        this.body = body.clone();
        this.headers = List.copyOf(headers);
        this.etag = '"' + hash(body) + '"';
        this.modified = Instant.ofEpochSecond(modified.getEpochSecond());
    }

    static OriginFile sample(String type, String tag, String text) {
        var headers = List.of(new Header("Content-Type", type), new Header("Cache-Tag", tag));
        Instant modified = Instant.parse("2026-01-05T08:00:00Z");
        return new OriginFile(text.getBytes(StandardCharsets.UTF_8), headers, modified);
    }

    /** Whether the conditional headers show that the client already has this version. */
    boolean isKnown(Optional<String> ifNoneMatch, Optional<String> ifModifiedSince) {
        if (ifNoneMatch.isPresent()) {
            return Arrays.stream(ifNoneMatch.get().split(",", -1))
                    .map(String::trim)
                    .anyMatch(e -> e.equals(etag) || e.equals("W/" + etag) || e.equals("*"));
        }
        try {
            return ifModifiedSince
                    .map(t -> Instant.from(RFC_1123_DATE_TIME.parse(t)))
                    .map(t -> !modified.isAfter(t))
                    .orElse(false);
        } catch (DateTimeException e) {
            return false;
        }
    }

    Reply reply(int status) {
        Reply described =
                Reply.empty(status)
                        .withBody(status == 200 ? body : new byte[0])
                        .with("ETag", etag)
                        .with("Last-Modified", LoopbackServer.httpDate().format(modified));
        return withHeaders(described);
    }

    private Reply withHeaders(Reply reply) {
        Reply described = reply;
        for (Header header : headers) {
            described = described.with(header.name(), header.value());
        }
        return described;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is unavailable", e);
        }
    }
}
