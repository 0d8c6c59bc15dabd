package edgeone.purge.desktop;

import edgeone.purge.desktop.Notifications.ActionInvoked;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shows notifications by the session bus, as the Desktop Notifications Specification says. */
final class BusNotices implements DesktopNotices {
    private static final Logger LOG = LoggerFactory.getLogger(BusNotices.class);
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String PROGRAM = "EdgeOne Purge Console";
    private static final String ICON = "edgeone-purge";

    /** What the specification calls the action of a notification that is clicked on. */
    private static final String CLICKED = "default";

    private static final int AS_THE_DESKTOP_DOES = -1;

    private final @Nullable String address;
    private final Map<Long, Runnable> shown = new ConcurrentHashMap<>();
    private @Nullable Connected connected;

    /**
     * @param address of the bus; null for the session's
     */
    BusNotices(@Nullable String address) {
        this.address = address;
    }

    private record Connected(DBusConnection bus, Notifications desktop, boolean readsMarkup) {}

    @Override
    public synchronized void show(String title, String text, Runnable chosen) {
        try {
            Connected now = connected();
            UInt32 id =
                    now.desktop()
                            .Notify(
                                    PROGRAM,
                                    new UInt32(0),
                                    ICON,
                                    title,
                                    now.readsMarkup() ? escaped(text) : text,
                                    List.of(CLICKED, title),
                                    Map.of(),
                                    AS_THE_DESKTOP_DOES);
            shown.put(id.longValue(), chosen);
        } catch (DBusException | RuntimeException e) {
            LOG.info("no notification was shown: {}", e.toString());
            close();
        }
    }

    private Connected connected() throws DBusException {
        Connected before = connected;
        if (before != null && before.bus().isConnected()) {
            return before;
        }
        DBusConnectionBuilder builder =
                address == null
                        ? DBusConnectionBuilder.forSessionBus()
                        : DBusConnectionBuilder.forAddress(address);
        DBusConnection bus = builder.withShared(false).build();
        Notifications desktop = bus.getRemoteObject(NAME, PATH, Notifications.class);
        bus.addSigHandler(ActionInvoked.class, this::chosen);
        boolean readsMarkup = desktop.GetCapabilities().contains("body-markup");
        Connected next = new Connected(bus, desktop, readsMarkup);
        connected = next;
        return next;
    }

    private void chosen(ActionInvoked signal) {
        Runnable run = shown.remove(signal.number());
        if (run != null) {
            run.run();
        }
    }

    /** What the text may hold of the markup a desktop reads. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public synchronized void close() {
        shown.clear();
        if (connected != null) {
            connected.bus().disconnect();
            connected = null;
        }
    }
}
