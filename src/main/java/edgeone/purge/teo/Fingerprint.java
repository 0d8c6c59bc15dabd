package edgeone.purge.teo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a SecretId in the journal and logs without showing it: the first 12 hex digits of its
 * SHA-256.
 */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(String secretId) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secretId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
