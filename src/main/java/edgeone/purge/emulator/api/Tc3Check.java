package edgeone.purge.emulator.api;

import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Wording;
import edgeone.purge.emulator.http.Received;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks TC3-HMAC-SHA256 signatures, rebuilt from the list of signed headers. */
final class Tc3Check {
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "TC3-HMAC-SHA256\\s+Credential=([^/,\\s]+)/(\\d{4}-\\d{2}-\\d{2})/([^/,\\s]+)"
                            + "/tc3_request\\s*,\\s*SignedHeaders=([a-z0-9;-]+)"
                            + "\\s*,\\s*Signature=([0-9a-f]{64})");
    private static final long WINDOW_SECONDS = 300;
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final List<ApiKey> keys;
    private final boolean anyService;

    /**
     * @param anyService whether the credential scope may name any service, and the signed host may
     *     lack its port: SDKs take the service from the first label of the endpoint, and one of
     *     them leaves out the port
     */
    Tc3Check(List<ApiKey> keys, boolean anyService) {
        this.keys = List.copyOf(keys);
        this.anyService = anyService;
    }

    /** Verifies a request's signature and returns the key it was signed with. */
    ApiKey verify(Received request, byte[] body, Instant now) throws ApiRefusal {
        long timestamp = timestamp(request);
        String authorization =
                request.header("Authorization")
                        .orElseThrow(() -> new ApiRefusal(Wording.MISSING, "Authorization"));
        Matcher parts = AUTHORIZATION.matcher(authorization);
        if (!parts.matches()) {
            throw new ApiRefusal(Wording.INVALID_AUTHORIZATION);
        }
        ApiKey key =
                keys.stream()
                        .filter(k -> k.secretId().equals(parts.group(1)))
                        .findFirst()
                        .orElseThrow(() -> new ApiRefusal(Wording.SECRET_ID_NOT_FOUND));
        if (Math.abs(now.getEpochSecond() - timestamp) > WINDOW_SECONDS) {
            throw new ApiRefusal(Wording.SIGNATURE_EXPIRE);
        }
        String date =
                Instant.ofEpochSecond(timestamp).atZone(ZoneOffset.UTC).toLocalDate().toString();
        String service = parts.group(3);
        List<String> signed = List.of(parts.group(4).split(";"));
        boolean scopeFits = date.equals(parts.group(2)) && (anyService || service.equals("teo"));
        if (!scopeFits || !signed.contains("host") || !signed.contains("content-type")) {
            throw new ApiRefusal(Wording.SIGNATURE_FAILURE);
        }
        boolean signedSo =
                hosts(request)
                        .map(host -> canonicalRequest(request, signed, body, host))
                        .map(text -> signature(key.secretKey(), service, timestamp, date, text))
                        .anyMatch(s -> MessageDigest.isEqual(ascii(s), ascii(parts.group(5))));
        if (!signedSo) {
            throw new ApiRefusal(Wording.SIGNATURE_FAILURE);
        }
        checkToken(request, key);
        return key;
    }

    /** What may be signed as host: the header, and without its port for the SDK of Node.js. */
    private Stream<String> hosts(Received request) {
        String host = request.header("Host").orElse("");
        return anyService ? Stream.of(host, request.site()) : Stream.of(host);
    }

    private static long timestamp(Received request) throws ApiRefusal {
        String text =
                request.header("X-TC-Timestamp")
                        .orElseThrow(() -> new ApiRefusal(Wording.MISSING, "Timestamp"));
        if (!text.matches("\\d{1,11}")) {
            throw new ApiRefusal(Wording.TYPE, "Timestamp");
        }
        return Long.parseLong(text);
    }

    private static void checkToken(Received request, ApiKey key) throws ApiRefusal {
        Optional<String> sent = request.header("X-TC-Token").filter(t -> !t.isEmpty());
        String token = key.token();
        if (token == null ? sent.isPresent() : !token.equals(sent.orElse(""))) {
            String why = token == null ? "permanent key" : sent.isEmpty() ? "missing" : "mismatch";
            throw new ApiRefusal(Wording.TOKEN_FAILURE, why);
        }
    }

    static String canonicalRequest(Received request, List<String> signed, byte[] body) {
        return canonicalRequest(request, signed, body, request.header("Host").orElse(""));
    }

    private static String canonicalRequest(
            Received request, List<String> signed, byte[] body, String host) {
        var text = new StringBuilder();
        text.append(request.method()).append("\n/\n").append(request.query()).append('\n');
        for (String name : signed) {
            String sent = name.equals("host") ? host : request.header(name).orElse("");
            String value = sent.trim().toLowerCase(Locale.ROOT);
            text.append(name).append(':').append(value).append('\n');
        }
        boolean unsigned = request.header("X-TC-Content-SHA256").orElse("").equals(UNSIGNED);
        return text.append('\n')
                .append(String.join(";", signed))
                .append('\n')
                .append(sha256(unsigned ? ascii(UNSIGNED) : body))
                .toString();
    }

    static String signature(
            String secretKey, String service, long timestamp, String date, String canonical) {
        String scope = date + "/" + service + "/tc3_request";
        String hash = sha256(canonical.getBytes(StandardCharsets.UTF_8));
        String toSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hash;
        byte[] key = ("TC3" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(date, service, "tc3_request")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is unavailable", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is unavailable", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
