package edgeone.purge.secrets;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Unlocks the Linux keychain once, before java-keyring uses it, which would prompt up to three
 * times for one secret and wait two minutes each time, even on a machine without a screen.
 */
final class SecretServiceLock {
    private static final Logger LOG = LoggerFactory.getLogger(SecretServiceLock.class);
    private static final String BUS_NAME = "org.freedesktop.secrets";
    private static final String SERVICE = "/org/freedesktop/secrets";
    private static final String COLLECTION = SERVICE + "/aliases/default";

    private final boolean canPrompt;
    private final Duration longestPrompt;

    /**
     * @param canPrompt whether there is a screen the system can prompt on
     * @param longestPrompt how long the user has to answer
     */
    SecretServiceLock(boolean canPrompt, Duration longestPrompt) {
        this.canPrompt = canPrompt;
        this.longestPrompt = longestPrompt;
    }

    /** Whether the keychain is locked; false if it does not say. */
    boolean isLocked() {
        try (DBusConnection bus = connect()) {
            return isLocked(bus);
        } catch (DBusException | IOException | RuntimeException e) {
            LOG.info("the keychain does not say whether it is locked: {}", e.toString());
            return false;
        }
    }

    /**
     * Lets the system prompt for the password if the keychain is locked.
     *
     * @return whether it is unlocked now, or at least not known to be locked
     */
    boolean unlock() {
        try (DBusConnection bus = connect()) {
            return !isLocked(bus) || ask(bus);
        } catch (DBusException | IOException | RuntimeException e) {
            LOG.info("the keychain was not unlocked: {}", e.toString());
            return !isLocked();
        }
    }

    private boolean ask(DBusConnection bus) throws DBusException {
        Unlocking unlocking =
                bus.getRemoteObject(BUS_NAME, SERVICE, Service.class)
                        .Unlock(List.of(new DBusPath(COLLECTION)));
        String path = unlocking.prompt.getPath();
        if (path.equals("/")) {
            return !isLocked(bus);
        }
        Prompt prompt = bus.getRemoteObject(BUS_NAME, path, Prompt.class);
        if (!canPrompt) {
            prompt.Dismiss();
            return false;
        }
        CountDownLatch answered = new CountDownLatch(1);
        try (AutoCloseable _ =
                bus.addSigHandler(Prompt.Completed.class, prompt, _ -> answered.countDown())) {
            prompt.Prompt("");
            if (!answered.await(longestPrompt.toMillis(), TimeUnit.MILLISECONDS)) {
                prompt.Dismiss();
            }
        } catch (InterruptedException e) {
            prompt.Dismiss();
            Thread.currentThread().interrupt();
        } catch (DBusException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("cannot close the prompt's handler: {}", e.toString());
        }
        return !isLocked(bus);
    }

    private static boolean isLocked(DBusConnection bus) throws DBusException {
        Properties collection = bus.getRemoteObject(BUS_NAME, COLLECTION, Properties.class);
        Object locked = collection.Get("org.freedesktop.Secret.Collection", "Locked");
        return Boolean.TRUE.equals(locked);
    }

    private static DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forSessionBus().withShared(false).build();
    }

    /** The part of the Secret Service specification used here. */
    @DBusInterfaceName("org.freedesktop.Secret.Service")
    public interface Service extends DBusInterface {
        Unlocking Unlock(List<DBusPath> objects);
    }

    /**
     * The reply of {@code Unlock}: the objects that need no prompt, and a prompt for the others.
     */
    public static final class Unlocking extends Tuple {
        @Position(0)
        public final List<DBusPath> unlocked;

        @Position(1)
        public final DBusPath prompt;

        public Unlocking(List<DBusPath> unlocked, DBusPath prompt) {
            this.unlocked = unlocked;
            this.prompt = prompt;
        }
    }

    /** A prompt the system shows on request. */
    @DBusInterfaceName("org.freedesktop.Secret.Prompt")
    public interface Prompt extends DBusInterface {
        void Prompt(String windowId);

        void Dismiss();

        /** The prompt was answered or dismissed. */
        final class Completed extends DBusSignal {
            public final boolean dismissed;

            public Completed(String path, boolean dismissed, Variant<?> result)
                    throws DBusException {
                super(path, dismissed, result);
                this.dismissed = dismissed;
            }
        }
    }
}
