package edgeone.purge.emulator.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The key of a server, in memory only, with its certificate.
 *
 * @param chain the server's certificate, then its authority's
 */
record ServerKey(PrivateKey key, List<X509Certificate> chain) {
    ServerKey {
        chain = List.copyOf(chain);
    }

    /** Serves with this key. */
    SSLContext context() throws GeneralSecurityException, IOException {
        char[] memoryOnly = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, memoryOnly);
        store.setKeyEntry("server", key, memoryOnly, chain.toArray(Certificate[]::new));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, memoryOnly);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "key of " + chain.getFirst().getSubjectX500Principal();
    }
}
