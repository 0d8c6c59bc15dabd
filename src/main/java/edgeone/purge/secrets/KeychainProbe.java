package edgeone.purge.secrets;

import com.github.javakeyring.KeyringStorageType;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether there is a keychain without reading, unlocking or starting it, so that there is
 * no password prompt before a secret is needed. On Linux it only queries names on the session bus:
 * opening java-keyring's store would unlock the keychain.
 */
public final class KeychainProbe {
    private static final Logger LOG = LoggerFactory.getLogger(KeychainProbe.class);
    private static final String SECRET_SERVICE = "org.freedesktop.secrets";
    private static final String KDE_WALLET = "org.kde.kwalletd5";

    private final String osName;
    private final Map<String, String> environment;

    /**
     * @param osName the system property {@code os.name}
     */
    public KeychainProbe(String osName, Map<String, String> environment) {
        this.osName = osName.toLowerCase(Locale.ROOT);
        this.environment = Map.copyOf(environment);
    }

    /** Returns the keychain to use; empty if there is none. Takes milliseconds. */
    public Optional<KeyringStorageType> find() {
        if (osName.contains("mac")) {
            return Optional.of(KeyringStorageType.OSX_KEYCHAIN);
        }
        if (osName.startsWith("windows")) {
            return Optional.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
        }
        return hasSessionBus() ? onSessionBus() : Optional.empty();
    }

    /** Whether the system has a screen to prompt on. */
    boolean hasScreen() {
        return !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static Optional<KeyringStorageType> onSessionBus() {
        try (DBusConnection bus = DBusConnectionBuilder.forSessionBus().withShared(false).build()) {
            DBus names =
                    bus.getRemoteObject(
                            "org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            if (isServed(names, SECRET_SERVICE)) {
                return Optional.of(KeyringStorageType.GNOME_KEYRING);
            }
            return isServed(names, KDE_WALLET)
                    ? Optional.of(KeyringStorageType.KWALLET)
                    : Optional.empty();
        } catch (DBusException | IOException | RuntimeException e) {
            LOG.info("no keychain: no answer from the session bus ({})", e.toString());
            return Optional.empty();
        }
    }

    /** Whether the name has an owner, or a service that would be started for it. */
    private static boolean isServed(DBus names, String name) {
        return names.NameHasOwner(name)
                || Arrays.asList(names.ListActivatableNames()).contains(name);
    }

    /** Checked first, because connecting without a bus would start one. */
    private boolean hasSessionBus() {
        if (!environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()) {
            return true;
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !runtime.isBlank() && Files.exists(Path.of(runtime, "bus"));
    }
}
