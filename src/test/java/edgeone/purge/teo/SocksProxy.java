package edgeone.purge.teo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy that leads everything to one port of this machine. */
final class SocksProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final int port;
    private final String user;
    private final String password;

    SocksProxy(int port, String user, String password) throws IOException {
        this.port = port;
        this.user = user;
        this.password = password;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> targets() {
        return targets;
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

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), port)) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readUnsignedByte();
            in.readFully(new byte[in.readUnsignedByte()]);
            out.write(new byte[] {5, (byte) (user == null ? 0 : 2)});
            if (user != null) {
                in.readUnsignedByte();
                boolean right = user.equals(text(in)) & password.equals(text(in));
                out.write(new byte[] {1, (byte) (right ? 0 : 1)});
                if (!right) {
                    return;
                }
            }
            in.readFully(new byte[4]);
            targets.add(text(in) + ":" + in.readUnsignedShort());
            out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
            Thread back =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            behind.getInputStream().transferTo(out);
                                        } catch (IOException e) {
                                            // One of the two has closed.
                                        }
                                    });
            in.transferTo(behind.getOutputStream());
            behind.shutdownOutput();
            back.join();
        } catch (IOException | InterruptedException e) {
            // The client sees it.
        }
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
