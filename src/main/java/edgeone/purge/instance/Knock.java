package edgeone.purge.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the window at an address to come to the front. */
final class Knock {
    private Knock() {}

    /** Whether the window there answered within {@code patience}. */
    static boolean at(WindowAddress address, Duration patience) {
        int millis = Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
                    millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(address.knock().getBytes(StandardCharsets.US_ASCII));
            byte[] said = socket.getInputStream().readNBytes(address.answer().length());
            return new String(said, StandardCharsets.US_ASCII).equals(address.answer());
        } catch (IOException e) {
            return false;
        }
    }
}
