package edgeone.purge.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Shows notifications of the desktop. Where it cannot, it does nothing: they are a courtesy. */
public interface DesktopNotices extends AutoCloseable {
    /**
     * Shows a notification. Blocks until the desktop has it, for a few seconds at most.
     *
     * @param title in a few words, one line
     * @param text one line
     * @param chosen called, on whatever thread, where the user chooses it and the desktop says so
     */
    void show(String title, String text, Runnable chosen);

    /** Forgets the notifications shown; nobody hears of them any more. */
    @Override
    void close();

    /**
     * What this system has.
     *
     * @param osName the system property {@code os.name}
     */
    static DesktopNotices of(String osName, Map<String, String> environment) {
        String system = osName.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return new ScriptedNotices(Script.APPLE);
        }
        if (system.startsWith("windows")) {
            return new ScriptedNotices(Script.powerShell(environment));
        }
        return hasSessionBus(environment) ? new BusNotices(null) : none();
    }

    /** Shows none. */
    static DesktopNotices none() {
        return new DesktopNotices() {
            @Override
            public void show(String title, String text, Runnable chosen) {
                // There is no desktop.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /** Checked first, because connecting without a bus would start one. */
    private static boolean hasSessionBus(Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                || (!runtime.isBlank() && Files.exists(Path.of(runtime, "bus")));
    }
}
