package edgeone.purge.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, which can be cut in the middle of anything. */
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int to;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingProxy(int to) throws IOException {
        this.to = to;
        listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket here = listening.accept();
                Socket there = new Socket();
                open.add(here);
                open.add(there);
                Thread.ofVirtual().start(() -> carry(here, there));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void carry(Socket here, Socket there) {
        try {
            there.connect(
                    new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), to), 2_000);
            Thread.ofVirtual().start(() -> pump(there, here));
            pump(here, there);
        } catch (IOException e) {
            end(here, there);
        }
    }

    private void pump(Socket from, Socket into) {
        try (InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            byte[] bytes = new byte[8_192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            // Cut, or either side went away.
        }
        end(from, into);
    }

    private void end(Socket... sockets) {
        for (Socket socket : sockets) {
            open.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed.
            }
        }
    }

    /** Cuts about half of the connections; returns how many. */
    int cut(Random random) {
        int cut = 0;
        for (Socket socket : open) {
            if (random.nextBoolean()) {
                end(socket);
                cut++;
            }
        }
        return cut;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        end(open.toArray(Socket[]::new));
    }
}
