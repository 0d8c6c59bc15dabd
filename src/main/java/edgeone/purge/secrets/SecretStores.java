package edgeone.purge.secrets;

import edgeone.purge.secrets.SecretStoreException.Reason;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/** The secret stores of this run. */
public final class SecretStores {
    private final @Nullable SecretStore keychain;
    private final EncryptedFileStore file;
    private final SecretStore session;

    /**
     * @param keychain null if the system has none
     */
    public SecretStores(
            @Nullable SecretStore keychain, EncryptedFileStore file, SecretStore session) {
        this.keychain = keychain;
        this.file = file;
        this.session = session;
    }

    public boolean hasKeychain() {
        return keychain != null;
    }

    /**
     * Sets the encrypted file aside when its passphrase is forgotten; nothing is deleted.
     *
     * @return where the old file is now; empty if there was none
     */
    public Optional<Path> startFileAnew() throws SecretStoreException {
        return file.startAnew();
    }

    /** Where a new secret is stored unless the user chooses otherwise. */
    public StoreKind preferred() {
        return keychain != null ? StoreKind.KEYCHAIN : StoreKind.FILE;
    }

    /** Whether a secret there can be read now without asking for a passphrase. */
    public boolean isUnlocked(StoreKind kind) {
        return kind != StoreKind.FILE || file.isUnlocked();
    }

    /**
     * Returns the store of that kind.
     *
     * @throws SecretStoreException there is no keychain
     */
    public SecretStore of(StoreKind kind) throws SecretStoreException {
        return switch (kind) {
            case KEYCHAIN -> {
                if (keychain == null) {
                    throw new SecretStoreException(Reason.KEYCHAIN_ABSENT, "");
                }
                yield keychain;
            }
            case FILE -> file;
            case SESSION -> session;
        };
    }
}
