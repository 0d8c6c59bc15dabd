package edgeone.purge.team.db;

import edgeone.purge.teo.net.TrustedRoots;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Sockets that trust what calls of EdgeOne trust: the platform's authorities and those of the
 * user's file. The driver makes it by name; only this package uses it.
 */
public final class TeamSockets extends SSLSocketFactory {
    private final SSLSocketFactory made;

    /**
     * @param caFile see {@code settings.Network}; empty for none
     * @throws edgeone.purge.teo.error.InvalidSettingException the file cannot be used
     */
    public TeamSockets(String caFile) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        X509TrustManager roots = caFile.isEmpty() ? null : TrustedRoots.with(Path.of(caFile));
        context.init(null, roots == null ? null : new TrustManager[] {roots}, null);
        made = context.getSocketFactory();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return made.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return made.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return made.createSocket();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
            throws IOException {
        return made.createSocket(plain, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return made.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return made.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return made.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return made.createSocket(host, port, local, localPort);
    }
}
