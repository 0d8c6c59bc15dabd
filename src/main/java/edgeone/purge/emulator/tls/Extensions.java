package edgeone.purge.emulator.tls;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;

/** Extensions of certificates (RFC 5280, 4.2), encoded: those that strict clients ask for. */
final class Extensions {
    private static final int KEY_ID_BYTES = 20;

    private Extensions() {}

    /** Of an authority that signs servers and no other authorities. */
    static byte[] ofAuthority(PublicKey key) {
        byte[] authorityWithNoneBelow = Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO));
        byte[] signsCertificatesAndLists = Der.bits(1, new byte[] {0x06});
        return Der.sequence(
                critical(Der.oid(2, 5, 29, 19), authorityWithNoneBelow),
                critical(Der.oid(2, 5, 29, 15), signsCertificatesAndLists),
                subjectKey(key));
    }

    /** Of a server. */
    static byte[] ofServer(PublicKey key, PublicKey authority, List<ServerName> names) {
        byte[] signs = Der.bits(7, new byte[] {(byte) 0x80});
        byte[] serverAuthentication = Der.sequence(Der.oid(1, 3, 6, 1, 5, 5, 7, 3, 1));
        byte[] authorityKey = Der.sequence(Der.implicit(0, keyId(authority)));
        byte[] alternatives =
                Der.sequence(names.stream().map(ServerName::encoded).toArray(byte[][]::new));
        return Der.sequence(
                critical(Der.oid(2, 5, 29, 19), Der.sequence()),
                critical(Der.oid(2, 5, 29, 15), signs),
                plain(Der.oid(2, 5, 29, 37), serverAuthentication),
                plain(Der.oid(2, 5, 29, 17), alternatives),
                plain(Der.oid(2, 5, 29, 35), authorityKey),
                subjectKey(key));
    }

    private static byte[] subjectKey(PublicKey key) {
        return plain(Der.oid(2, 5, 29, 14), Der.octets(keyId(key)));
    }

    /** The start of the SHA-256 of the key (RFC 7093, method 4). */
    private static byte[] keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return Arrays.copyOf(hash, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] critical(byte[] oid, byte[] value) {
        return Der.sequence(oid, Der.yes(), Der.octets(value));
    }

    private static byte[] plain(byte[] oid, byte[] value) {
        return Der.sequence(oid, Der.octets(value));
    }
}
