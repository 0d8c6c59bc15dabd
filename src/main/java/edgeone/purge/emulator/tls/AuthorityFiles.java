package edgeone.purge.emulator.tls;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.OwnerOnly;
import edgeone.purge.files.PrivateFile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authority of a home folder: {@code authority.pem} with its key and certificate, the truth,
 * and {@code ca.pem} with the certificate alone, for clients. Both are for their owner only.
 * Several processes may open it at once.
 */
final class AuthorityFiles {
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private final PrivateFile whole;
    private final PrivateFile certificate;

    AuthorityFiles(Path folder) {
        this.whole = new PrivateFile(folder.resolve("authority.pem"));
        this.certificate = new PrivateFile(folder.resolve("ca.pem"));
    }

    /** Where the certificate that clients trust is. */
    Path caFile() {
        return certificate.path();
    }

    /**
     * The authority kept here; a new one if there is none, or if it is about to end.
     *
     * @throws DamagedAuthorityException if the file is not what was written
     */
    Authority open(Instant now) throws IOException, GeneralSecurityException {
        try (FileGuard _ = FileGuard.of(whole)) {
            Optional<byte[]> kept = whole.read();
            if (kept.isPresent()) {
                OwnerOnly.restrict(whole.path());
                Authority authority = read(kept.get());
                if (authority.isGoodAt(now)) {
                    publish(authority);
                    return authority;
                }
            }
            Authority made = Authority.create(now);
            String text = pem(KEY, made.key().getEncoded()) + certificate(made);
            whole.write(text.getBytes(StandardCharsets.US_ASCII));
            publish(made);
            return made;
        }
    }

    private void publish(Authority authority) throws IOException, CertificateEncodingException {
        byte[] text = certificate(authority).getBytes(StandardCharsets.US_ASCII);
        Optional<byte[]> kept = certificate.read();
        if (kept.isEmpty() || !Arrays.equals(kept.get(), text)) {
            certificate.write(text);
        }
    }

    private Authority read(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        try {
            PrivateKey key =
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(part(KEY, text)));
            var in = new ByteArrayInputStream(part(CERTIFICATE, text));
            var read =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in);
            return new Authority(key, read);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DamagedAuthorityException(whole.path(), e);
        }
    }

    private static String certificate(Authority authority) throws CertificateEncodingException {
        return pem(CERTIFICATE, authority.certificate().getEncoded());
    }

    private static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** The part with this label. */
    private static byte[] part(String label, String text) {
        Matcher part =
                Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                        .matcher(text);
        if (!part.find()) {
            throw new IllegalArgumentException("no " + label);
        }
        return Base64.getMimeDecoder().decode(part.group(1));
    }
}
