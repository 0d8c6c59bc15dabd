package edgeone.purge.harness;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loopback proxy between the program and EdgeOne: forwards every byte, records every complete
 * request, and may replace replies. Forwards a reset as a reset.
 */
final class Wire implements AutoCloseable {
    private final URI upstream;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Seen> requests = new ArrayList<>();
    private volatile Tamper tamper = Tamper.NOTHING;

    /** A request the program sent. */
    record Seen(String action, String body) {}

    /** What to do to a reply. */
    interface Tamper {
        Tamper NOTHING = action -> Reply.PASS;

        Reply replyTo(String action);
    }

    /** What happens to one reply. */
    interface Reply {
        Reply PASS = new Reply() {};

        /** Whether the request reaches EdgeOne. */
        default boolean forwards() {
            return true;
        }

        /**
         * Writes the reply, head and all.
         *
         * @param real EdgeOne's own; an empty body if the request did not reach it
         * @return whether to keep the connection
         */
        default boolean write(Message real, OutputStream out) throws IOException {
            out.write(real.head());
            out.write(real.body());
            out.flush();
            return real.whole();
        }
    }

    /** One HTTP message; incomplete if the connection ended within it. */
    record Message(byte[] head, byte[] body, boolean whole) {
        static final Message NONE = new Message(new byte[0], new byte[0], true);
    }

    private Wire(URI upstream, ServerSocket listener) {
        this.upstream = upstream;
        this.listener = listener;
    }

    static Wire to(URI upstream) throws IOException {
        Wire wire =
                new Wire(upstream, new ServerSocket(0, 512, InetAddress.ofLiteral("127.0.0.1")));
        Thread.ofVirtual().start(wire::acceptAll);
        return wire;
    }

    String endpoint() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    void use(Tamper next) {
        tamper = next;
    }

    List<Seen> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    long count(String action) {
        return requests().stream().filter(r -> r.action().equals(action)).count();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or a connection that ended before it was accepted.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(upstream.getHost(), upstream.getPort())) {
            open.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            try {
                relay(client, server);
            } finally {
                open.remove(server);
            }
        } catch (IOException e) {
            // Either side has closed the connection.
        } finally {
            open.remove(client);
        }
    }

    private void relay(Socket client, Socket server) throws IOException {
        InputStream fromClient = new BufferedInputStream(client.getInputStream());
        InputStream fromServer = new BufferedInputStream(server.getInputStream());
        while (true) {
            Message request = read(fromClient);
            if (request.head().length == 0) {
                return;
            }
            String action = header(request.head(), "x-tc-action");
            if (request.whole()) {
                synchronized (requests) {
                    requests.add(
                            new Seen(action, new String(request.body(), StandardCharsets.UTF_8)));
                }
            }
            Reply reply = tamper.replyTo(action);
            Message real = Message.NONE;
            try {
                if (reply.forwards()) {
                    OutputStream out = server.getOutputStream();
                    out.write(request.head());
                    out.write(request.body());
                    out.flush();
                    if (!request.whole()) {
                        return;
                    }
                    real = read(fromServer);
                }
            } catch (IOException e) {
                client.setSoLinger(true, 0);
                return;
            }
            if (reply.forwards() && real.head().length == 0) {
                client.setSoLinger(true, 0);
                return;
            }
            if (!reply.write(real, client.getOutputStream())) {
                return;
            }
        }
    }

    /** The head is empty if the connection ended before it arrived. */
    private static Message read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int b = in.read();
            if (b < 0) {
                return new Message(new byte[0], new byte[0], false);
            }
            head.write(b);
            last = last << 8 | b;
        }
        String length = header(head.toByteArray(), "content-length");
        int wanted = length.isEmpty() ? 0 : Integer.parseInt(length);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try {
            while (body.size() < wanted) {
                int got = in.read(buffer, 0, Math.min(buffer.length, wanted - body.size()));
                if (got < 0) {
                    break;
                }
                body.write(buffer, 0, got);
            }
        } catch (IOException e) {
            return new Message(head.toByteArray(), body.toByteArray(), false);
        }
        return new Message(head.toByteArray(), body.toByteArray(), body.size() == wanted);
    }

    private static String header(byte[] head, String name) {
        for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
