package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.teo.Credentials;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A secret in memory: it holds its own characters and wipes them. */
final class SecretTest {
    @TempDir private Path home;

    private static Secret secret(String key, String token) {
        return new Secret(key.toCharArray(), token == null ? null : token.toCharArray());
    }

    @Test
    void itHoldsCharactersOfItsOwnAndGivesCopies() {
        char[] key = "key".toCharArray();
        char[] token = "token".toCharArray();
        Secret secret = new Secret(key, token);
        Wipe.chars(key);
        Wipe.chars(token);
        Wipe.chars(secret.key());
        Wipe.chars(secret.token());

        assertThat(secret.credentials("id")).isEqualTo(new Credentials("id", "key", "token"));
        assertThat(secret("key", null).credentials("id"))
                .isEqualTo(new Credentials("id", "key", null));
    }

    @Test
    void closedItHoldsNothingAndItsCopyStillDoes() {
        Secret secret = secret("key", "token");
        Secret copy = secret.copy();
        secret.close();

        assertThat(secret.key()).containsOnly('\0').hasSize(3);
        assertThat(secret.token()).containsOnly('\0').hasSize(5);
        assertThat(String.valueOf(copy.key())).isEqualTo("key");
        assertThat(String.valueOf(copy.token())).isEqualTo("token");
        secret("key", null).close();
    }

    @Test
    void itsTextOnlySaysWhatItIs() {
        assertThat(secret("abcdefgh", "ijklmnop")).hasToString("Secret[key and token]");
        assertThat(secret("abcdefgh", null)).hasToString("Secret[key]");
        assertThat(secret("abcdefgh", null).hasToken()).isFalse();
        assertThat(secret("abcdefgh", "").hasToken()).isTrue();
    }

    @Test
    void whatIsWipedIsZero() {
        byte[] bytes = {1, 2, 3};
        char[] chars = {'a', 'b'};
        Wipe.bytes(bytes);
        Wipe.chars(chars);
        Wipe.bytes(null);
        Wipe.chars(null);

        assertThat(bytes).containsOnly(0).hasSize(3);
        assertThat(chars).containsOnly('\0').hasSize(2);
    }

    @Test
    void theSessionKeepsCopiesUntilTheyAreRemoved() {
        SessionStore store = new SessionStore();
        Secret first = secret("first", null);
        store.save("a", first);
        first.close();
        assertThat(String.valueOf(store.load("a").orElseThrow().key())).isEqualTo("first");
        store.save("a", secret("second", null));
        assertThat(String.valueOf(store.load("a").orElseThrow().key())).isEqualTo("second");
        store.save("b", secret("other", null));
        store.remove("a");
        store.remove("never there");
        assertThat(store.load("a")).isEmpty();
        assertThat(store.load("b")).isPresent();
        store.close();
        assertThat(store.load("b")).isEmpty();
        assertThat(store.kind()).isEqualTo(StoreKind.SESSION);
    }

    @Test
    void aSecretGoesToTheKeychainIfThereIsOne() throws Exception {
        SessionStore session = new SessionStore();
        EncryptedFileStore file = new EncryptedFileStore(home, _ -> null, Clock.systemUTC());
        KeychainStore keychain =
                KeychainStore.find(new KeychainProbe("Mac OS X", Map.of())).orElseThrow();
        SecretStores with = new SecretStores(keychain, file, session);
        SecretStores without = new SecretStores(null, file, session);

        assertThat(with.hasKeychain()).isTrue();
        assertThat(with.preferred()).isEqualTo(StoreKind.KEYCHAIN);
        assertThat(with.of(StoreKind.KEYCHAIN)).isSameAs(keychain);
        assertThat(without.hasKeychain()).isFalse();
        assertThat(without.preferred()).isEqualTo(StoreKind.FILE);
        assertThat(without.of(StoreKind.FILE)).isSameAs(file);
        assertThat(without.of(StoreKind.SESSION)).isSameAs(session);
    }

    @Test
    void theEncryptedFileIsMovedAsideIfThereIsOne() throws Exception {
        SecretStores stores =
                new SecretStores(
                        null,
                        new EncryptedFileStore(home, _ -> null, Clock.systemUTC()),
                        new SessionStore());
        assertThat(stores.startFileAnew()).isEmpty();
        Files.writeString(home.resolve("secrets.enc"), "sealed");

        assertThat(stores.startFileAnew().orElseThrow()).hasContent("sealed");
        assertThat(home.resolve("secrets.enc")).doesNotExist();
    }
}
