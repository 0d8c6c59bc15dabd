package edgeone.purge.app.wiring;

import edgeone.purge.secrets.EncryptedFileStore;
import edgeone.purge.secrets.KeychainProbe;
import edgeone.purge.secrets.KeychainStore;
import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.SessionStore;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Opens the secret stores of a home folder. Detecting the keychain reads and asks nothing. */
public final class Secrets {
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
