package edgeone.purge.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;

import edgeone.purge.secrets.SecretStoreException.Reason;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * The keychain of the operating system, through java-keyring. Opened for each call, because a
 * keychain can lock, unlock and restart while the program runs.
 */
final class SystemKeychain implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(SystemKeychain.class);
    private static final String SERVICE = "edgeone-purge";

    /** Windows stores 2,560 bytes, and java-keyring writes two per character. */
    private static final int WINDOWS_CHARACTERS = 2_560 / 2;

    private final KeyringStorageType type;
    private final SecretServiceLock lock;

    SystemKeychain(KeyringStorageType type, SecretServiceLock lock) {
        this.type = type;
        this.lock = lock;
    }

    @Override
    public int longest() {
        return type == KeyringStorageType.WINDOWS_CREDENTIAL_STORE
                ? WINDOWS_CHARACTERS
                : Integer.MAX_VALUE;
    }

    @Override
    public Optional<String> get(String name) throws SecretStoreException {
        return with(
                keyring -> {
                    try {
                        return Optional.of(keyring.getPassword(SERVICE, name));
                    } catch (PasswordAccessException e) {
                        throwUnlessMissing(e);
                        return Optional.empty();
                    }
                });
    }

    @Override
    public void put(String name, String text) throws SecretStoreException {
        with(
                keyring -> {
                    keyring.setPassword(SERVICE, name, text);
                    return Optional.empty();
                });
        // The Linux stores silently do nothing if unlocking is refused.
        if (get(name).filter(text::equals).isEmpty()) {
            throw new SecretStoreException(
                    isLocked() ? Reason.KEYCHAIN_LOCKED : Reason.KEYCHAIN_FAILED, label());
        }
    }

    @Override
    public void delete(String name) throws SecretStoreException {
        with(
                keyring -> {
                    try {
                        keyring.deletePassword(SERVICE, name);
                    } catch (PasswordAccessException e) {
                        throwUnlessMissing(e);
                    }
                    return Optional.empty();
                });
    }

    /** A use of the open keychain. */
    private interface Use {
        Optional<String> of(Keyring keyring) throws PasswordAccessException, SecretStoreException;
    }

    private Optional<String> with(Use use) throws SecretStoreException {
        Keyring keyring = open();
        try {
            return use.of(keyring);
        } catch (PasswordAccessException | RuntimeException e) {
            throw failure(e);
        } finally {
            close(keyring);
        }
    }

    private Keyring open() throws SecretStoreException {
        if (type == KeyringStorageType.GNOME_KEYRING && !lock.unlock()) {
            throw new SecretStoreException(Reason.KEYCHAIN_LOCKED, label());
        }
        try {
            return Keyring.create(type);
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            if (type == KeyringStorageType.OSX_KEYCHAIN) {
                return openOlder();
            }
            throw new SecretStoreException(Reason.KEYCHAIN_ABSENT, label(), e);
        }
    }

    /** macOS has two APIs; the newer one lacks a library on some machines. */
    private Keyring openOlder() throws SecretStoreException {
        try {
            return Keyring.create(KeyringStorageType.LEGACY_OSX_KEYCHAIN);
        } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
            throw new SecretStoreException(Reason.KEYCHAIN_ABSENT, label(), e);
        }
    }

    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (Exception e) {
            LOG.debug("cannot close the connection to the keychain: {}", e.toString());
        }
    }

    /** java-keyring has a single exception; only its message identifies a missing entry. */
    private void throwUnlessMissing(PasswordAccessException e) throws SecretStoreException {
        String words = String.valueOf(e.getMessage());
        boolean missing =
                switch (type) {
                    case GNOME_KEYRING -> words.startsWith("No stored credentials") && !isLocked();
                    case KWALLET -> words.contains("not in wallet");
                    case WINDOWS_CREDENTIAL_STORE -> words.contains("1168");
                    case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN ->
                            words.startsWith("No stored credentials")
                                    || words.contains("could not be found");
                };
        if (!missing) {
            throw failure(e);
        }
    }

    private SecretStoreException failure(Exception e) {
        return isLocked()
                ? new SecretStoreException(Reason.KEYCHAIN_LOCKED, label(), e)
                : new SecretStoreException(
                        Reason.KEYCHAIN_FAILED, label() + ": " + e.getMessage(), e);
    }

    private boolean isLocked() {
        return type == KeyringStorageType.GNOME_KEYRING && lock.isLocked();
    }

    private String label() {
        return switch (type) {
            case GNOME_KEYRING -> "Secret Service";
            case KWALLET -> "KWallet";
            case WINDOWS_CREDENTIAL_STORE -> "Windows Credential Manager";
            case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "macOS Keychain";
        };
    }
}
