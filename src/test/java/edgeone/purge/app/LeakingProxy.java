package edgeone.purge.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy for HTTP and SOCKS5 that forwards nothing, but repeats the password it is given, encoded
 * and decoded, in status line, headers and body.
 */
final class LeakingProxy implements AutoCloseable {
    /** How it answers a client that gave the password. */
    enum Mood {
        /** 407, as if the password were wrong. */
        WRONG,
        /** 502. */
        BROKEN,
        /** Only a status line. */
        RUDE
    }

    private final ServerSocket server;
    private final AtomicInteger passwords = new AtomicInteger();
    private volatile Mood mood = Mood.BROKEN;

    LeakingProxy() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void mood(Mood next) {
        mood = next;
    }

    /** How often it was given a password. */
    int passwords() {
        return passwords.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket opened) {
        try (Socket socket = opened) {
            PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
            int first = in.read();
            in.unread(first);
            if (first == 5) {
                socks(in, socket.getOutputStream());
            } else {
                while (http(in, socket.getOutputStream())) {}
            }
        } catch (IOException e) {
            // The client has disconnected.
        }
    }

    private void socks(InputStream in, OutputStream out) throws IOException {
        in.readNBytes(1);
        in.readNBytes(in.read());
        out.write(new byte[] {5, 2});
        in.readNBytes(1);
        in.readNBytes(in.read());
        byte[] password = in.readNBytes(in.read());
        passwords.incrementAndGet();
        out.write(new byte[] {1, (byte) (mood == Mood.WRONG ? 1 : 0)});
        if (mood != Mood.WRONG) {
            in.readNBytes(4);
            in.readNBytes(in.read() + 2);
            // Refused, with the password as the host name.
            out.write(new byte[] {5, 5, 0, 3, (byte) password.length});
        }
        out.write(password);
        out.flush();
    }

    /** Whether the connection stays open for another request. */
    private boolean http(InputStream in, OutputStream out) throws IOException {
        String head = EchoingEdgeOne.head(in);
        String given = EchoingEdgeOne.header(head, "proxy-authorization");
        if (given.isEmpty()) {
            say(out, "407 Proxy Authentication Required", "keep-alive", "who are you?");
            return true;
        }
        passwords.incrementAndGet();
        String decoded =
                new String(
                        Base64.getDecoder().decode(given.substring(given.indexOf(' ') + 1)),
                        StandardCharsets.UTF_8);
        String page = given + " " + decoded + " " + EchoingEdgeOne.everyForm(passwordOf(decoded));
        switch (mood) {
            case WRONG -> say(out, "407 not " + decoded, "close", page);
            case BROKEN -> say(out, "502 " + decoded + " " + given, "close", page);
            case RUDE ->
                    out.write(
                            (decoded + " " + given + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        return false;
    }

    private static String passwordOf(String decoded) {
        return decoded.substring(decoded.indexOf(':') + 1);
    }

    private static void say(OutputStream out, String status, String connection, String page)
            throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 "
                        + status
                        + "\r\nProxy-Authenticate: Basic realm=\""
                        + page
                        + "\"\r\nX-Said: "
                        + page
                        + "\r\nConnection: "
                        + connection
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
