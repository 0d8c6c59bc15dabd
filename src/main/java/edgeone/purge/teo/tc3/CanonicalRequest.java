package edgeone.purge.teo.tc3;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The first stage: a request in the form both sides hash. The path is always {@code /}.
 *
 * @param query as sent, without the question mark; empty for POST
 * @param headers the signed ones: names and trimmed values in lower case, in ASCII order of names
 * @param payloadHash lower-case hex SHA-256 of the body exactly as sent, or of the text {@code
 *     UNSIGNED-PAYLOAD}
 */
public record CanonicalRequest(
        String method, String query, SortedMap<String, String> headers, String payloadHash) {
    public CanonicalRequest {
        SortedMap<String, String> canonical = new TreeMap<>();
        headers.forEach(
                (name, value) ->
                        canonical.put(
                                name.toLowerCase(Locale.ROOT),
                                value.strip().toLowerCase(Locale.ROOT)));
        headers = Collections.unmodifiableSortedMap(canonical);
    }

    /** The request every call of this program makes: POST, no query. */
    public static CanonicalRequest post(Map<String, String> headers, byte[] body) {
        return new CanonicalRequest("POST", "", new TreeMap<>(headers), Sha256.hex(body));
    }

    /** Names of the signed headers, joined by semicolons. */
    public String signedHeaders() {
        return String.join(";", headers.keySet());
    }

    public String text() {
        StringBuilder text = new StringBuilder(256);
        text.append(method).append("\n/\n").append(query).append('\n');
        headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
        return text.append('\n')
                .append(signedHeaders())
                .append('\n')
                .append(payloadHash)
                .toString();
    }

    public String hash() {
        return Sha256.hex(text());
    }
}
