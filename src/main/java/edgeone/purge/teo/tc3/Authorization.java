package edgeone.purge.teo.tc3;

import java.time.Instant;

/** The last stage: the value of the {@code Authorization} header. */
public record Authorization(
        String secretId, CredentialScope scope, String signedHeaders, String signature) {
    public static final String ALGORITHM = "TC3-HMAC-SHA256";

    /** Runs all stages. */
    public static Authorization sign(
            CanonicalRequest request,
            Instant timestamp,
            String service,
            String secretId,
            String secretKey) {
        return Signature.of(request, timestamp, service, secretId, secretKey).authorization();
    }

    public String headerValue() {
        return ALGORITHM
                + " Credential="
                + secretId
                + "/"
                + scope.text()
                + ", SignedHeaders="
                + signedHeaders
                + ", Signature="
                + signature;
    }

    /** Omits the SecretId, so that it may be logged. */
    @Override
    public String toString() {
        return "Authorization[" + scope.text() + ", " + signedHeaders + "]";
    }
}
