package edgeone.purge.team;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Something else than a PostgreSQL at the other end, or one that never gets to speak. */
public final class OddServer implements AutoCloseable {
    private final ServerSocket server;

    /** Answers one connection. */
    private interface Answer {
        void to(Socket socket) throws IOException;
    }

    private OddServer(String host, Answer answer) throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getByName(host));
        Thread.ofVirtual().start(() -> serve(answer));
    }

    /** Says these bytes, whatever it is told. */
    public static OddServer saying(String host, String bytes) throws IOException {
        return new OddServer(
                host,
                socket -> {
                    say(socket, bytes);
                    socket.getInputStream().readAllBytes();
                });
    }

    /** Offers TLS with a certificate, and says something odd once it is agreed on. */
    public static OddServer withTls(HeldCertificate certificate) throws IOException {
        SSLSocketFactory sockets =
                new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslContext()
                        .getSocketFactory();
        return new OddServer(
                "127.0.0.2",
                socket -> {
                    socket.getInputStream().readNBytes(8);
                    say(socket, "S");
                    try (SSLSocket secured =
                            (SSLSocket) sockets.createSocket(socket, null, 0, true)) {
                        secured.setUseClientMode(false);
                        secured.startHandshake();
                        say(secured, "HTTP/1.1 400 Bad Request\r\n\r\n");
                        secured.getInputStream().readAllBytes();
                    }
                });
    }

    /** A PostgreSQL that refuses everybody with these words. */
    public static OddServer refusing(String words) throws IOException {
        byte[] fields = ("SFATAL\0C28P01\0M" + words + "\0\0").getBytes(StandardCharsets.UTF_8);
        int length = fields.length + 4;
        String head = "E\0\0" + (char) (length >> 8) + (char) (length & 255);
        return saying("127.0.0.1", head + new String(fields, StandardCharsets.ISO_8859_1));
    }

    private static void say(Socket socket, String bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void serve(Answer answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer.to(socket);
            } catch (IOException e) {
                // The other side went away, or this server is closed.
            }
        }
    }

    public String url() {
        return "postgresql://wang@"
                + server.getInetAddress().getHostAddress()
                + ":"
                + server.getLocalPort()
                + "/team";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
