package edgeone.purge.teo.net;

import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.InvalidSettingException.Problem;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The platform's certificate authorities and those of a file. */
public final class TrustedRoots {
    private static final long LARGEST_FILE = 10L * 1024 * 1024;

    private TrustedRoots() {}

    /**
     * Trusts the platform's authorities and those in {@code file}.
     *
     * @throws InvalidSettingException if the file cannot be read or holds no certificate
     */
    public static X509TrustManager with(Path file) {
        Collection<? extends Certificate> more = read(file);
        try {
            List<Certificate> roots = new ArrayList<>(List.of(trusting(null).getAcceptedIssuers()));
            roots.addAll(more);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root-" + i, roots.get(i));
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot read the platform's trusted certificates", e);
        }
    }

    private static X509TrustManager trusting(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    private static Collection<? extends Certificate> read(Path file) {
        byte[] pem;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new InvalidSettingException(
                        Problem.CA_FILE_WITHOUT_CERTIFICATE, file.toString());
            }
            pem = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidSettingException(Problem.CA_FILE_UNREADABLE, file.toString());
        }
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(pem));
            if (!found.isEmpty() && found.stream().allMatch(X509Certificate.class::isInstance)) {
                return found;
            }
        } catch (CertificateException e) {
            // Reported below, like a file without certificates.
        }
        throw new InvalidSettingException(Problem.CA_FILE_WITHOUT_CERTIFICATE, file.toString());
    }
}
