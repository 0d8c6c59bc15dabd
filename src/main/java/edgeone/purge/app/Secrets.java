package edgeone.purge.app;

import edgeone.purge.accounts.EncryptedFileStore;
import edgeone.purge.accounts.KeychainProbe;
import edgeone.purge.accounts.KeychainStore;
import edgeone.purge.accounts.PassphraseSource;
import edgeone.purge.accounts.SecretStores;
import edgeone.purge.accounts.SessionStore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The secret stores of a home folder; finding the keychain out reads nothing and asks nobody. */
final class Secrets {
    private Secrets() {}

    static SecretStores open(
            Path home, Map<String, String> environment, PassphraseSource passphrases, Clock clock) {
        KeychainProbe probe = new KeychainProbe(System.getProperty("os.name", ""), environment);
        return new SecretStores(
                KeychainStore.find(probe).orElse(null),
                new EncryptedFileStore(home, passphrases, clock),
                new SessionStore());
    }
}
