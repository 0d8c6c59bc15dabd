package edgeone.purge.secrets;

import java.util.Optional;

/**
 * Keeps secrets by the id of what they belong to. Calls block, may make the system ask the reader
 * for a password, and may be made from any thread.
 */
public interface SecretStore {
    StoreKind kind();

    /**
     * The secret of {@code id}, for the caller to close; empty where the store has none.
     *
     * @throws SecretStoreException it could not be told, or not be read
     */
    Optional<Secret> load(String id) throws SecretStoreException;

    /** Keeps a secret in place of the one before; the caller still closes its own. */
    void save(String id, Secret secret) throws SecretStoreException;

    /** Forgets a secret; nothing happens where there is none. */
    void remove(String id) throws SecretStoreException;
}
