package edgeone.purge.secrets;

import java.util.Optional;

/**
 * A keychain as texts under names; what {@link KeychainStore} needs of one. The texts are printable
 * ASCII.
 */
interface Keychain {
    /** The most characters a text may have. */
    int longest();

    /** Empty where there surely is none. */
    Optional<String> get(String name) throws SecretStoreException;

    void put(String name, String text) throws SecretStoreException;

    /** Nothing happens where there is none. */
    void delete(String name) throws SecretStoreException;
}
