package edgeone.purge.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.ssl.SSLSocketFactory;

/** TLS that asks for one host, whatever address the connection leads to. */
final class NamedTls extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final String host;

    /**
     * @param host the name sent as SNI
     */
    NamedTls(SSLSocketFactory tls, String host) {
        this.tls = tls;
        this.host = host;
    }

    /** The only form OkHttp asks for. */
    @Override
    public Socket createSocket(Socket socket, String address, int port, boolean autoClose)
            throws IOException {
        return tls.createSocket(socket, host, port, autoClose);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String to, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String to, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress to, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress to, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
