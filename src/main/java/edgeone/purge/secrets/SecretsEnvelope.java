package edgeone.purge.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The layout of {@code secrets.enc}: a header of fixed length, then AES-256-GCM over the secrets
 * with the header as additional data.
 *
 * <pre>
 * 0   4  magic "EPSE"        8  16  salt          36  16  check of the passphrase
 * 4   1  format (1)          24 12  nonce         52   8  start of SHA-256 over bytes 0 to 51
 * 5   3  iterations / 1000   60  …  ciphertext and 16 bytes of tag
 * </pre>
 *
 * <p>The check distinguishes a wrong passphrase from a damaged file; it comes from the same slow
 * derivation as the key, so it does not make guessing cheaper. The hash only detects accidental
 * damage.
 */
final class SecretsEnvelope {
    /** OWASP's Password Storage Cheat Sheet recommends this for PBKDF2-HMAC-SHA256. */
    static final int ITERATIONS = 600_000;

    private static final int MOST_ITERATIONS = 16_000_000;
    private static final int FORMAT = 1;
    private static final byte[] MAGIC = "EPSE".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int CHECK = 16;
    private static final int HASHED = 8 + SALT + NONCE + CHECK;
    private static final int HEADER = HASHED + 8;
    private static final int TAG = 16;

    private final int iterations;
    private final byte[] salt;
    private final byte[] nonce;
    private final byte[] check;
    private final byte[] ciphertext;

    private SecretsEnvelope(
            int iterations, byte[] salt, byte[] nonce, byte[] check, byte[] ciphertext) {
        this.iterations = iterations;
        this.salt = salt;
        this.nonce = nonce;
        this.check = check;
        this.ciphertext = ciphertext;
    }

    int iterations() {
        return iterations;
    }

    byte[] salt() {
        return salt.clone();
    }

    /** Why bytes are not an envelope. */
    static final class BadEnvelopeException extends Exception {
        private static final long serialVersionUID = 1L;

        private final SecretStoreException.Reason reason;

        BadEnvelopeException(SecretStoreException.Reason reason) {
            super(reason.label());
            this.reason = reason;
        }

        SecretStoreException.Reason reason() {
            return reason;
        }
    }

    static byte[] newSalt(SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    /** Encrypts with a fresh nonce; a key and nonce are never reused together. */
    static SecretsEnvelope seal(
            byte[] master, int iterations, byte[] salt, byte[] plain, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] check = Arrays.copyOf(derived(master, "check"), CHECK);
        SecretsEnvelope open = new SecretsEnvelope(iterations, salt, nonce, check, new byte[0]);
        try {
            byte[] sealed = open.cipher(Cipher.ENCRYPT_MODE, master).doFinal(plain);
            return new SecretsEnvelope(iterations, salt, nonce, check, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SecretsEnvelope parse(byte[] bytes) throws BadEnvelopeException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[MAGIC.length];
        if (bytes.length < HEADER + TAG || !Arrays.equals(take(in, magic), MAGIC)) {
            throw new BadEnvelopeException(SecretStoreException.Reason.FILE_DAMAGED);
        }
        int format = in.get();
        if (format > FORMAT) {
            throw new BadEnvelopeException(SecretStoreException.Reason.FILE_NEWER);
        }
        int iterations = 1_000 * ((in.get() & 0xff) << 16 | (in.getShort() & 0xffff));
        byte[] salt = take(in, new byte[SALT]);
        byte[] nonce = take(in, new byte[NONCE]);
        byte[] check = take(in, new byte[CHECK]);
        byte[] hash = take(in, new byte[HEADER - HASHED]);
        boolean sound =
                format == FORMAT
                        && Arrays.equals(hash, hashOf(Arrays.copyOf(bytes, HASHED)))
                        && iterations >= ITERATIONS
                        && iterations <= MOST_ITERATIONS;
        if (!sound) {
            throw new BadEnvelopeException(SecretStoreException.Reason.FILE_DAMAGED);
        }
        return new SecretsEnvelope(
                iterations, salt, nonce, check, take(in, new byte[in.remaining()]));
    }

    byte[] bytes() {
        byte[] header = header();
        return ByteBuffer.allocate(header.length + ciphertext.length)
                .put(header)
                .put(ciphertext)
                .array();
    }

    /** Whether {@code master} was derived from the passphrase this was sealed with. */
    boolean fits(byte[] master) {
        byte[] expected = Arrays.copyOf(derived(master, "check"), CHECK);
        return MessageDigest.isEqual(expected, check);
    }

    /** The decrypted secrets, for the caller to wipe. */
    byte[] open(byte[] master) throws BadEnvelopeException {
        try {
            return cipher(Cipher.DECRYPT_MODE, master).doFinal(ciphertext);
        } catch (AEADBadTagException e) {
            throw new BadEnvelopeException(SecretStoreException.Reason.FILE_DAMAGED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] master) throws GeneralSecurityException {
        byte[] key = derived(master, "encrypt");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(header());
        Wipe.bytes(key);
        return cipher;
    }

    private byte[] header() {
        int thousands = iterations / 1_000;
        ByteBuffer out =
                ByteBuffer.allocate(HEADER)
                        .put(MAGIC)
                        .put((byte) FORMAT)
                        .put((byte) (thousands >> 16))
                        .putShort((short) thousands)
                        .put(salt)
                        .put(nonce)
                        .put(check);
        return out.put(hashOf(Arrays.copyOf(out.array(), HASHED))).array();
    }

    private static byte[] hashOf(byte[] header) {
        try {
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(header), HEADER - HASHED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A 32-byte key for one purpose; neither reveals the other. */
    private static byte[] derived(byte[] master, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] take(ByteBuffer in, byte[] into) {
        in.get(into);
        return into;
    }
}
