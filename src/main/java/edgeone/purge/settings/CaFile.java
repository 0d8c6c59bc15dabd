package edgeone.purge.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/** Certificates of a company's own authority, in PEM or DER. */
public final class CaFile {
    private static final int LARGEST_BYTES = 8 << 20;

    private CaFile() {}

    /** The file cannot serve. */
    public static final class BadCaFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        BadCaFileException(Reason reason, Path file, Exception cause) {
            super(reason.name().toLowerCase(Locale.ROOT) + ": " + file, cause);
            this.reason = reason;
        }

        BadCaFileException(Reason reason, Path file) {
            super(reason.name().toLowerCase(Locale.ROOT) + ": " + file);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** Why. Texts: {@code accounts.ca.…}. */
    public enum Reason {
        UNREADABLE,
        /** Not one certificate is in it. */
        NOT_CERTIFICATES,
        /** A server's own certificate, not that of who signed it. */
        NOT_AN_AUTHORITY;

        /** The key of its text, which takes the path. */
        public String key() {
            return "accounts.ca." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Reads the certificates.
     *
     * @return one at least
     */
    public static List<X509Certificate> read(Path file) throws BadCaFileException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES);
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new BadCaFileException(Reason.NOT_CERTIFICATES, file);
            }
            // Self-signed ones of old lack the mark of an authority and are one all the same.
            boolean authorities =
                    certificates.stream()
                            .allMatch(
                                    c ->
                                            c.getBasicConstraints() >= 0
                                                    || c.getSubjectX500Principal()
                                                            .equals(c.getIssuerX500Principal()));
            if (!authorities) {
                throw new BadCaFileException(Reason.NOT_AN_AUTHORITY, file);
            }
            return certificates;
        } catch (CertificateException e) {
            throw new BadCaFileException(Reason.NOT_CERTIFICATES, file, e);
        } catch (IOException e) {
            throw new BadCaFileException(Reason.UNREADABLE, file, e);
        }
    }
}
