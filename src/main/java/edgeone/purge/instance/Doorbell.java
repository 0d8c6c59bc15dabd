package edgeone.purge.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/** Listens on the loopback for later starts of the same home folder. */
final class Doorbell implements AutoCloseable {
    /** A client that connects and stays silent is dropped. */
    private static final int SILENCE_MILLIS = 2_000;

    private final ServerSocket server;
    private final WindowAddress address;
    private final BooleanSupplier raise;

    private Doorbell(ServerSocket server, BooleanSupplier raise) {
        this.server = server;
        this.raise = raise;
        address = WindowAddress.at(server.getLocalPort());
    }

    /** Opens a doorbell on a free port. */
    static Doorbell open(BooleanSupplier raise) throws IOException {
        ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Doorbell bell = new Doorbell(server, raise);
        Thread.ofVirtual().name("doorbell").start(bell::listen);
        return bell;
    }

    WindowAddress address() {
        return address;
    }

    private void listen() {
        ThreadFactory threads = Thread.ofVirtual().name("doorbell-", 0).factory();
        try (var answering = Executors.newThreadPerTaskExecutor(threads)) {
            while (true) {
                Socket caller = server.accept();
                answering.execute(() -> answer(caller));
            }
        } catch (IOException e) {
            // Closed, or out of sockets: later starts then say that this window does not answer.
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(SILENCE_MILLIS);
            byte[] expected = address.knock().getBytes(StandardCharsets.US_ASCII);
            byte[] said = caller.getInputStream().readNBytes(expected.length);
            if (MessageDigest.isEqual(said, expected) && raise.getAsBoolean()) {
                caller.getOutputStream()
                        .write(address.answer().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The caller has gone and handles that itself.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
