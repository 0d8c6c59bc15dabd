package edgeone.purge.journal.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the UTF-8 bytes of texts, one after the other. */
public final class ChainHash {
    /** How long a hash is in hex digits. */
    public static final int DIGITS = 64;

    private final MessageDigest digest;

    public ChainHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public ChainHash add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The hash in lower-case hex; starts anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(String text) {
        return new ChainHash().add(text).hex();
    }
}
