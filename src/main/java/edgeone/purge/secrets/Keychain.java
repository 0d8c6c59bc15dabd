package edgeone.purge.secrets;

import java.util.Optional;

/**
 * A keychain that maps names to texts; what {@link KeychainStore} needs. The texts are printable
 * ASCII.
 */
interface Keychain {
    /** The maximum number of characters of a text. */
    int longest();

    /** Empty if there certainly is none. */
    Optional<String> get(String name) throws SecretStoreException;

    void put(String name, String text) throws SecretStoreException;

    /** Does nothing if there is none. */
    void delete(String name) throws SecretStoreException;
}
