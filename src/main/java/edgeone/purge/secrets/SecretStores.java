package edgeone.purge.secrets;

import edgeone.purge.secrets.SecretStoreException.Reason;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/** The stores of this run. */
public final class SecretStores {
    private final @Nullable SecretStore keychain;
    private final EncryptedFileStore file;
    private final SecretStore session;

    /**
     * @param keychain null where the system has none
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
     * Puts the encrypted file aside, for who has forgotten its passphrase; nothing is destroyed.
     *
     * @return where the old file is now; empty where there was none
     */
    public Optional<Path> startFileAnew() throws SecretStoreException {
        return file.startAnew();
    }

    /** Where a new secret goes unless the reader says otherwise. */
    public StoreKind preferred() {
        return keychain != null ? StoreKind.KEYCHAIN : StoreKind.FILE;
    }

    /**
     * The store of that kind.
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
