package edgeone.purge.emulator.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/** Makes keys on P-256 and signs certificates with ECDSA and SHA-256. */
final class Issuing {
    private static final int SERIAL_BITS = 126;
    private static final BigInteger VERSION_3 = BigInteger.TWO;
    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));

    private final SecureRandom random = new SecureRandom();

    /**
     * What a certificate says.
     *
     * @param issuer common name of who signs it
     * @param from first second it is valid
     * @param until last second it is valid
     * @param extensions encoded
     */
    record Claim(
            String issuer,
            String subject,
            PublicKey key,
            Instant from,
            Instant until,
            byte[] extensions) {}

    KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    X509Certificate sign(Claim claim, PrivateKey signer) throws GeneralSecurityException {
        byte[] body =
                Der.sequence(
                        Der.explicit(0, Der.integer(VERSION_3)),
                        Der.integer(serial()),
                        ECDSA_WITH_SHA256,
                        name(claim.issuer()),
                        Der.sequence(Der.time(claim.from()), Der.time(claim.until())),
                        name(claim.subject()),
                        claim.key().getEncoded(),
                        Der.explicit(3, claim.extensions()));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer, random);
        signature.update(body);
        return read(Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(0, signature.sign())));
    }

    /** Positive, and too long to come twice. */
    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    }

    /** A distinguished name that has a common name only. */
    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.text(commonName))));
    }

    private static X509Certificate read(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(encoded));
    }
}
