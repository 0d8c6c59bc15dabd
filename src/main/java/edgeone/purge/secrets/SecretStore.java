package edgeone.purge.secrets;

import java.util.Optional;

/**
 * Stores secrets by the ID of their owner. Calls block, may make the system prompt for a password,
 * and may be made from any thread.
 */
public interface SecretStore {
    StoreKind kind();

    /**
     * Returns the secret of {@code id}, for the caller to close; empty if the store has none.
     *
     * @throws SecretStoreException it could not be looked up or read
     */
    Optional<Secret> load(String id) throws SecretStoreException;

    /** Stores a secret, replacing the previous one; the caller still closes its own. */
    void save(String id, Secret secret) throws SecretStoreException;

    /** Removes a secret; does nothing if there is none. */
    void remove(String id) throws SecretStoreException;
}
