package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.javakeyring.KeyringStorageType;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.secret.TransportEncryption;
import org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The real Secret Service. Runs only if {@code .ci/keyring} has started one for it: a test never
 * touches a user's own keychain.
 */
final class SystemKeychainTest {
    private final String id = UUID.randomUUID().toString();
    private final KeychainProbe probe =
            new KeychainProbe(System.getProperty("os.name"), System.getenv());

    @BeforeEach
    void usesOnlyTheKeyringOfTheCheck() {
        assumeTrue(
                "unlocked".equals(System.getenv("EDGEONE_PURGE_TEST_KEYRING")),
                "needs .ci/keyring, which starts a Secret Service of its own");
    }

    @AfterEach
    void forget() throws Exception {
        if ("unlocked".equals(System.getenv("EDGEONE_PURGE_TEST_KEYRING"))) {
            setLocked(false);
            KeychainStore.find(probe).orElseThrow().remove(id);
        }
    }

    @Test
    void isFoundByNameAlone() {
        assertThat(probe.find()).contains(KeyringStorageType.GNOME_KEYRING);
    }

    @Test
    void keepsUnicodeAndLongSecretsAndForgetsThem() throws Exception {
        KeychainStore store = KeychainStore.find(probe).orElseThrow();
        assertThat(store.load(id)).isEmpty();
        List<String> keys = List.of("k", "密钥 🔑 \"\\\u0000\u2028é", "x".repeat(60_000));
        for (String key : keys) {
            store.save(id, new Secret(key.toCharArray(), "tökén".toCharArray()));
            Secret read = KeychainStore.find(probe).orElseThrow().load(id).orElseThrow();
            assertThat(String.valueOf(read.key())).isEqualTo(key);
            assertThat(read.token()).isEqualTo("tökén".toCharArray());
        }
        store.save(id, new Secret("permanent".toCharArray(), null));
        assertThat(store.load(id).orElseThrow().hasToken()).isFalse();
        store.remove(id);
        assertThat(store.load(id)).isEmpty();
        store.remove(id);
    }

    @Timeout(60)
    @Test
    void aKeychainThatLocksMeanwhileIsReported() throws Exception {
        KeychainStore store = KeychainStore.find(probe).orElseThrow();
        store.save(id, new Secret("before".toCharArray(), null));
        setLocked(true);
        assertThatThrownBy(() -> store.load(id))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(SecretStoreException.Reason.KEYCHAIN_LOCKED));
        assertThatThrownBy(() -> store.save(id, new Secret("after".toCharArray(), null)))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(SecretStoreException.Reason.KEYCHAIN_LOCKED));
        assertThat(probe.find()).as("finding causes no prompt").isPresent();
        setLocked(false);
        assertThat(String.valueOf(store.load(id).orElseThrow().key())).isEqualTo("before");
    }

    /** With no user present, the prompt ends and is shown only once. */
    @Test
    void anUnansweredPromptEnds() throws Exception {
        setLocked(true);
        SecretServiceLock lock = new SecretServiceLock(true, Duration.ofSeconds(2));
        assertThat(lock.unlock()).isFalse();
        assertThat(lock.isLocked()).isTrue();
        setLocked(false);
        assertThat(lock.unlock()).isTrue();
    }

    @Test
    void entriesTooLongForTheKeychainAreSplit() throws Exception {
        SystemKeychain whole =
                new SystemKeychain(
                        KeyringStorageType.GNOME_KEYRING,
                        new SecretServiceLock(false, Duration.ZERO));
        Keychain small =
                new Keychain() {
                    @Override
                    public int longest() {
                        return 1_280;
                    }

                    @Override
                    public Optional<String> get(String name) throws SecretStoreException {
                        return whole.get(name);
                    }

                    @Override
                    public void put(String name, String text) throws SecretStoreException {
                        assertThat(text.length()).isLessThanOrEqualTo(longest());
                        whole.put(name, text);
                    }

                    @Override
                    public void delete(String name) throws SecretStoreException {
                        whole.delete(name);
                    }
                };
        KeychainStore store = new KeychainStore(small);
        String token = "tokén".repeat(800);
        store.save(id, new Secret("k".toCharArray(), token.toCharArray()));
        assertThat(String.valueOf(store.load(id).orElseThrow().token())).isEqualTo(token);
    }

    /** The service's own way to lock, and gnome-keyring's to unlock without a window. */
    private static void setLocked(boolean locked) throws Exception {
        try (var bus = DBusConnectionBuilder.forSessionBus().withShared(false).build()) {
            if (locked) {
                bus.getRemoteObject(
                                "org.freedesktop.secrets",
                                "/org/freedesktop/secrets",
                                SecretService.class)
                        .LockService();
                return;
            }
        }
        TransportEncryption transport = new TransportEncryption();
        transport.initialize();
        transport.openSession();
        transport.generateSessionKey();
        new InternalUnsupportedGuiltRiddenInterface(transport.getService())
                .unlockWithMasterPassword(
                        new DBusPath("/org/freedesktop/secrets/collection/login"),
                        transport.encrypt("check"));
        transport.getService().getConnection().close();
    }

    /** Only what the test calls. */
    @DBusInterfaceName("org.freedesktop.Secret.Service")
    public interface SecretService extends DBusInterface {
        List<DBusPath> Lock(List<DBusPath> objects);

        void LockService();
    }
}
