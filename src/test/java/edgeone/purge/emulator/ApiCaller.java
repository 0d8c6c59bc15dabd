package edgeone.purge.emulator;

import edgeone.purge.emulator.RawHttp.Response;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls the API with headers of its own, which a test may break. */
final class ApiCaller {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI endpoint;
    private final Map<String, String> changes;

    private ApiCaller(URI endpoint, Map<String, String> changes) {
        this.endpoint = endpoint;
        this.changes = Map.copyOf(changes);
    }

    static ApiCaller of(EmbeddedEdgeOne emulator) {
        return new ApiCaller(emulator.endpoint(), Map.of());
    }

    /** The same with one header changed before signing; empty omits it. */
    ApiCaller with(String header, String value) {
        Map<String, String> more = new HashMap<>(changes);
        more.put(header, value);
        return new ApiCaller(endpoint, more);
    }

    /** The members of {@code Response}. */
    JsonNode call(String action, String body) throws IOException {
        Response response = send(action, body.getBytes(StandardCharsets.UTF_8));
        if (response.status() != 200) {
            throw new IOException("HTTP " + response.status());
        }
        JsonNode root = MAPPER.readTree(response.body()).path("Response");
        if (!root.path("RequestId").stringValue("").matches("[0-9a-f-]{36}")) {
            throw new IOException("no RequestId: " + response.text());
        }
        return root;
    }

    /** {@code Code: Message} of the refusal; empty if there was none. */
    String refusal(String action, String body) throws IOException {
        JsonNode error = call(action, body).path("Error");
        return error.isMissingNode()
                ? ""
                : error.path("Code").stringValue() + ": " + error.path("Message").stringValue();
    }

    Response send(String action, byte[] body) throws IOException {
        return RawHttp.send(endpoint, "POST", "/", headers(action, body), body);
    }

    Response send(String action, byte[] body, int patienceMillis) throws IOException {
        return RawHttp.send(endpoint, "POST", "/", headers(action, body), body, patienceMillis);
    }

    Map<String, String> headers(String action, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", endpoint.getAuthority());
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("X-TC-Action", action);
        headers.put("X-TC-Version", "2022-09-01");
        headers.put("X-TC-Timestamp", String.valueOf(Instant.now().getEpochSecond()));
        headers.put("X-TC-Region", "");
        headers.put("X-TC-RequestClient", "anything at all");
        headers.putAll(changes);
        String id = headers.getOrDefault("secret-id", DemoAccount.SECRET_ID);
        String key = headers.getOrDefault("secret-key", DemoAccount.SECRET_KEY);
        String service = headers.getOrDefault("service", "teo");
        headers.keySet().removeAll(List.of("secret-id", "secret-key", "service"));
        headers.putIfAbsent("Authorization", authorization(headers, id, key, service, body));
        headers.values().removeIf(v -> v.equals("(none)"));
        return headers;
    }

    private static String authorization(
            Map<String, String> headers, String id, String key, String service, byte[] body) {
        try {
            String timestamp = headers.get("X-TC-Timestamp");
            String date =
                    timestamp.matches("\\d{1,12}")
                            ? Instant.ofEpochSecond(Long.parseLong(timestamp))
                                    .atZone(ZoneOffset.UTC)
                                    .toLocalDate()
                                    .toString()
                            : "2026-01-01";
            String canonical =
                    "POST\n/\n\ncontent-type:"
                            + headers.get("Content-Type")
                            + "\nhost:"
                            + headers.get("Host")
                            + "\n\ncontent-type;host\n"
                            + sha(body);
            String scope = date + "/" + service + "/tc3_request";
            String text =
                    "TC3-HMAC-SHA256\n"
                            + timestamp
                            + "\n"
                            + scope
                            + "\n"
                            + sha(canonical.getBytes(StandardCharsets.UTF_8));
            byte[] secret = hmac(("TC3" + key).getBytes(StandardCharsets.UTF_8), date);
            secret = hmac(hmac(secret, service), "tc3_request");
            return "TC3-HMAC-SHA256 Credential="
                    + id
                    + "/"
                    + scope
                    + ", SignedHeaders=content-type;host, Signature="
                    + HexFormat.of().formatHex(hmac(secret, text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
