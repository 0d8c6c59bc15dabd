package edgeone.purge.emulator.http;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Serves HTTP/1.1 with keep-alive, plain or over TLS, on a port of 127.0.0.1 until closed. */
public final class LoopbackServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int IDLE_MILLIS = 120_000;
    private static final long LONGEST_DRAIN = 64L * 1024 * 1024;

    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final InstantSource clock;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Answers one request; called on the connection's own thread. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Received request) throws IOException;
    }

    private LoopbackServer(
            ServerSocket listener, @Nullable SSLContext tls, InstantSource clock, Handler handler) {
        this.listener = listener;
        this.tls = tls;
        this.clock = clock;
        this.handler = handler;
        this.acceptor =
                Thread.ofVirtual()
                        .name("emulator-" + listener.getLocalPort())
                        .unstarted(this::acceptAll);
    }

    /**
     * Listens and serves without TLS.
     *
     * @param port 0 for any free port
     * @param clock what {@code Date} headers show
     * @throws IOException if the port is in use
     */
    public static LoopbackServer start(int port, InstantSource clock, Handler handler)
            throws IOException {
        return start(port, null, clock, handler);
    }

    /**
     * Listens and serves.
     *
     * @param port 0 for any free port
     * @param tls the key and certificate to serve with; null for plain HTTP
     * @param clock what {@code Date} headers show
     * @throws IOException if the port is in use
     */
    public static LoopbackServer start(
            int port, @Nullable SSLContext tls, InstantSource clock, Handler handler)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            byte[] loopback = {127, 0, 0, 1};
            listener.bind(new InetSocketAddress(InetAddress.getByAddress(loopback), port), 512);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        var server = new LoopbackServer(listener, tls, clock, handler);
        server.acceptor.start();
        return server;
    }

    public URI uri() {
        String scheme = tls == null ? "http" : "https";
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    /** The format of dates in HTTP headers. */
    public static DateTimeFormatter httpDate() {
        return HTTP_DATE;
    }

    @Override
    public void close() {
        closed.countDown();
        closeQuietly(listener);
        try {
            // The port is free only after the accepting thread has ended.
            acceptor.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(LoopbackServer::closeQuietly);
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                if (closed.getCount() == 0) {
                    socket.close();
                }
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(System.Logger.Level.WARNING, "cannot accept a connection", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Socket talk = encrypted(socket)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            var out = new BufferedOutputStream(talk.getOutputStream(), 65_536);
            var reader =
                    new RequestReader(new BufferedInputStream(talk.getInputStream(), 65_536), out);
            while (closed.getCount() > 0) {
                var request = reader.next();
                if (request.isEmpty() || !serve(socket, request.get(), out)) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "connection ended", e);
        } finally {
            open.remove(socket);
        }
    }

    /** The socket itself, or TLS over it; the handshake comes with the first byte read. */
    private Socket encrypted(Socket socket) throws IOException {
        SSLContext context = tls;
        if (context == null) {
            return socket;
        }
        InputStream nothingReadYet = InputStream.nullInputStream();
        var encrypted =
                (SSLSocket) context.getSocketFactory().createSocket(socket, nothingReadYet, true);
        encrypted.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return encrypted;
    }

    /** Answers one request; returns false if the connection ends with it. */
    private boolean serve(Socket socket, Received request, OutputStream out) throws IOException {
        switch (answerOf(request)) {
            case Answer.Whole(Reply reply) -> {
                boolean keep =
                        request.drain(LONGEST_DRAIN)
                                && !request.header("Connection")
                                        .orElse("")
                                        .equalsIgnoreCase("close");
                write(request, reply, keep, reply.content().length(), out);
                return keep;
            }
            case Answer.Half(Reply reply) ->
                    write(request, reply, true, reply.content().length() / 2, out);
            case Answer.Reset() -> reset(socket);
            case Answer.Hang hang -> {
                hang(hang);
                reset(socket);
            }
        }
        return false;
    }

    /** Ends the connection as a broken network does, also below TLS. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private Answer answerOf(Received request) throws IOException {
        try {
            return handler.answer(request);
        } catch (RuntimeException e) {
            if (closed.getCount() > 0) {
                LOG.log(System.Logger.Level.ERROR, "bug in the emulator", e);
            }
            return new Answer.Whole(Reply.of(500, "text/plain", "bug in the emulator: " + e));
        }
    }

    private void hang(Answer.Hang hang) {
        try {
            boolean ended = closed.await(hang.time().toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(System.Logger.Level.DEBUG, "hung; ended by closing: {0}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Received request, Reply reply, boolean keep, long bytes, OutputStream out)
            throws IOException {
        var head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(reply.status()).append(' ').append(reason(reply.status()));
        head.append("\r\nDate: ").append(HTTP_DATE.format(clock.instant())).append("\r\n");
        for (Header header : reply.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (reply.status() != 304) {
            head.append("Content-Length: ").append(reply.content().length()).append("\r\n");
        }
        head.append("Connection: ").append(keep ? "keep-alive" : "close").append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        if (!request.method().equals("HEAD") && reply.status() != 304) {
            reply.content().write(out, bytes);
        }
        out.flush();
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 204 -> "No Content";
            case 304 -> "Not Modified";
            case 404 -> "Not Found";
            case 408 -> "Request Timeout";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "Status " + status;
        };
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot close", e);
        }
    }
}
