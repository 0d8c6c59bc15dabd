package edgeone.purge.code;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** TLS in front of a server on loopback, for clients that speak nothing else. */
final class TlsEnd implements AutoCloseable {
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private final URI behind;
    private final ServerSocket server;

    TlsEnd(URI behind) throws IOException {
        this.behind = behind;
        HeldCertificate certificate =
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("127.0.0.1")
                        .signedBy(authority)
                        .build();
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server =
                certificates
                        .sslContext()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Writes the certificate of the authority. */
    Path authority(Path file) throws IOException {
        return Files.writeString(file, authority.certificatePem());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket api = new Socket(behind.getHost(), behind.getPort());
                Thread.ofVirtual().start(() -> relay(client, api));
                Thread.ofVirtual().start(() -> relay(api, client));
            } catch (IOException e) {
                // Closed, or a client that gave up.
            }
        }
    }

    private static void relay(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One side ended the connection.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
