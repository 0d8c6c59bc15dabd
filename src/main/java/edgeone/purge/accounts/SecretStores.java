package edgeone.purge.accounts;

import edgeone.purge.accounts.SecretStoreException.Reason;

import org.jspecify.annotations.Nullable;

/** The stores of this run. */
public final class SecretStores {
    private final @Nullable SecretStore keychain;
    private final SecretStore file;
    private final SecretStore session;

    /**
     * @param keychain null where the system has none
     */
    public SecretStores(@Nullable SecretStore keychain, SecretStore file, SecretStore session) {
        this.keychain = keychain;
        this.file = file;
        this.session = session;
    }

    public boolean hasKeychain() {
        return keychain != null;
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
