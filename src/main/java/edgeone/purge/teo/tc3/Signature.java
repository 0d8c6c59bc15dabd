package edgeone.purge.teo.tc3;

import java.time.Instant;

/**
 * A signature with the stages that led to it. Carries no key.
 *
 * @param value lower-case hex
 */
public record Signature(
        CanonicalRequest request, StringToSign text, Authorization authorization, String value) {

    /** Runs all stages. */
    public static Signature of(
            CanonicalRequest request,
            Instant timestamp,
            String service,
            String secretId,
            String secretKey) {
        StringToSign text = StringToSign.of(request, timestamp, service);
        String value = SigningKey.derive(secretKey, text.scope()).sign(text);
        Authorization authorization =
                new Authorization(secretId, text.scope(), request.signedHeaders(), value);
        return new Signature(request, text, authorization, value);
    }
}
