package edgeone.purge.teo.tc3;

import java.time.Instant;

/**
 * The second stage.
 *
 * @param timestamp sent as {@code X-TC-Timestamp}; only its whole seconds count
 * @param canonicalHash {@link CanonicalRequest#hash()}
 */
public record StringToSign(Instant timestamp, CredentialScope scope, String canonicalHash) {

    public static StringToSign of(CanonicalRequest request, Instant timestamp, String service) {
        return new StringToSign(timestamp, CredentialScope.at(timestamp, service), request.hash());
    }

    public String text() {
        return Authorization.ALGORITHM
                + "\n"
                + timestamp.getEpochSecond()
                + "\n"
                + scope.text()
                + "\n"
                + canonicalHash;
    }
}
