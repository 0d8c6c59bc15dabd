package edgeone.purge.secrets;

import java.util.Optional;

/**
 * A keychain that maps names to texts, as {@link KeychainStore} needs it. The texts are printable
 * ASCII.
 */
interface Keychain {
    /** The maximum number of characters of a text. */
    int longest();

    /** Empty only if there certainly is none. */
    Optional<String> get(String name) throws SecretStoreException;

    void put(String name, String text) throws SecretStoreException;

    /** Does nothing if there is none. */
    void delete(String name) throws SecretStoreException;
}
