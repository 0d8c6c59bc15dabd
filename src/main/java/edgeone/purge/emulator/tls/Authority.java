package edgeone.purge.emulator.tls;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A certificate authority: its key, and the certificate that clients trust. Has no {@code toString}
 * of the key.
 */
final class Authority {
    private static final String NAME = "EdgeOne Purge Console emulator";
    private static final Duration LIFE = Duration.ofDays(3_650);

    /** Of a server's certificate; Apple's clients accept no longer one. */
    private static final Duration SERVER_LIFE = Duration.ofDays(397);

    /** Clocks of clients may be behind. */
    private static final Duration BEHIND = Duration.ofDays(1);

    private final PrivateKey key;
    private final X509Certificate certificate;

    /**
     * A key and the certificate of an authority.
     *
     * @throws GeneralSecurityException if they do not belong together
     */
    Authority(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        this.key = key;
        this.certificate = certificate;
        byte[] sample = certificate.getSignature();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(sample);
        if (certificate.getBasicConstraints() < 0 || !signature.verify(signed)) {
            throw new GeneralSecurityException("not the key and certificate of an authority");
        }
    }

    static Authority create(Instant now) throws GeneralSecurityException {
        Issuing issuing = new Issuing();
        KeyPair pair = issuing.newKey();
        byte[] extensions = Extensions.ofAuthority(pair.getPublic());
        var claim =
                new Issuing.Claim(
                        NAME,
                        NAME,
                        pair.getPublic(),
                        now.minus(BEHIND),
                        now.plus(LIFE),
                        extensions);
        return new Authority(pair.getPrivate(), issuing.sign(claim, pair.getPrivate()));
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Whether a server's certificate made now ends before the authority's own. */
    boolean isGoodAt(Instant now) {
        return certificate.getNotBefore().toInstant().isBefore(now)
                && certificate.getNotAfter().toInstant().isAfter(now.plus(SERVER_LIFE));
    }

    /**
     * Makes a key and a certificate for a server.
     *
     * @param names at least one
     */
    ServerKey issue(List<ServerName> names, Instant now) throws GeneralSecurityException {
        Issuing issuing = new Issuing();
        KeyPair pair = issuing.newKey();
        var claim =
                new Issuing.Claim(
                        NAME,
                        "emulator",
                        pair.getPublic(),
                        now.minus(BEHIND),
                        now.plus(SERVER_LIFE).minus(BEHIND),
                        Extensions.ofServer(pair.getPublic(), certificate.getPublicKey(), names));
        return new ServerKey(pair.getPrivate(), List.of(issuing.sign(claim, key), certificate));
    }
}
