package edgeone.purge.probe.http;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;

/** A server on loopback that writes whatever a test wants, and remembers what it was asked. */
final class WildEdge implements AutoCloseable {
    private final ServerSocket server;
    private final Words words;
    private final boolean greets;
    private final List<List<String>> heads = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    /** Writes the answer; the connection is closed afterwards. */
    @FunctionalInterface
    interface Words {
        void write(OutputStream out) throws IOException;
    }

    private WildEdge(ServerSocket server, boolean greets, Words words) {
        this.server = server;
        this.greets = greets;
        this.words = words;
        Thread.ofVirtual().start(this::accept);
    }

    static WildEdge plain(Words words) throws IOException {
        return new WildEdge(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), false, words);
    }

    /** Speaks first, whatever the client says. */
    static WildEdge greets(String words) throws IOException {
        return new WildEdge(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                true,
                out -> out.write(words.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static WildEdge says(String answer) throws IOException {
        return plain(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static WildEdge tls(HeldCertificate certificate, Words words) throws IOException {
        return new WildEdge(
                new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslContext()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                false,
                words);
    }

    int port() {
        return server.getLocalPort();
    }

    String address() {
        return "127.0.0.1:" + port();
    }

    /** The lines of each request, the first with the method. */
    List<List<String>> heads() {
        return heads;
    }

    /** The names asked for in the handshakes. */
    List<String> names() {
        return names;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (greets) {
                words.write(socket.getOutputStream());
                return;
            }
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> head = new ArrayList<>();
            @Nullable String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                head.add(line);
                line = in.readLine();
            }
            if (socket instanceof SSLSocket tls
                    && tls.getSession() instanceof ExtendedSSLSession session) {
                session.getRequestedServerNames()
                        .forEach(
                                name ->
                                        names.add(
                                                new String(
                                                        name.getEncoded(),
                                                        StandardCharsets.US_ASCII)));
            }
            if (!head.isEmpty()) {
                heads.add(head);
                words.write(socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            // The client gave up, as it should.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
