package edgeone.purge.desktop;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.io.BufferedReader;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real bus of its own with a desktop on it that writes down what it is to show. */
final class RealBus implements AutoCloseable {
    private final Process daemon;
    private final DBusConnection bus;
    private final Desktop desktop;
    final String address;

    /** What a desktop was asked to show. */
    record Shown(long id, String summary, String body, List<String> actions) {}

    RealBus(List<String> capabilities) throws Exception {
        daemon =
                new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader out = daemon.inputReader();
        address = out.readLine();
        bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        desktop = new Desktop(capabilities);
        bus.requestBusName("org.freedesktop.Notifications");
        bus.exportObject(desktop);
    }

    static boolean isPossible() {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .anyMatch(p -> new File(p, "dbus-daemon").canExecute());
    }

    Shown shown() throws InterruptedException {
        return desktop.shown.poll(20, TimeUnit.SECONDS);
    }

    void click(long id) throws Exception {
        bus.sendMessage(
                new Notifications.ActionInvoked(
                        desktop.getObjectPath(), new UInt32(id), "default"));
    }

    @Override
    public void close() {
        bus.disconnect();
        daemon.destroy();
    }

    /** The desktop. */
    static final class Desktop implements Notifications {
        private final List<String> capabilities;
        private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
        private long last;

        Desktop(List<String> capabilities) {
            this.capabilities = capabilities;
        }

        @Override
        public List<String> GetCapabilities() {
            return capabilities;
        }

        @Override
        public UInt32 Notify(
                String program,
                UInt32 replaces,
                String icon,
                String summary,
                String body,
                List<String> actions,
                Map<String, Variant<?>> hints,
                int milliseconds) {
            last++;
            shown.add(new Shown(last, summary, body, actions));
            return new UInt32(last);
        }

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/Notifications";
        }
    }
}
