package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.KeyringStorageType;

import edgeone.purge.secrets.SecretStoreException.Reason;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class KeychainStoreTest {
    /** A keychain that refuses what Windows Credential Manager does: more than 2,560 bytes. */
    private static final class SmallKeychain implements Keychain {
        private final Map<String, String> entries = new TreeMap<>();
        private int writesLeft = Integer.MAX_VALUE;

        @Override
        public int longest() {
            return 1_280;
        }

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(entries.get(name));
        }

        @Override
        public void put(String name, String text) throws SecretStoreException {
            boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
            if (text.length() > longest() || !printable || writesLeft-- <= 0) {
                throw new SecretStoreException(Reason.KEYCHAIN_FAILED, "refused");
            }
            entries.put(name, text);
        }

        @Override
        public void delete(String name) {
            entries.remove(name);
        }
    }

    private final SmallKeychain keychain = new SmallKeychain();
    private final KeychainStore store = new KeychainStore(keychain);

    @Test
    void aLongTokenIsSplitAndNothingOfTheOldOneStays() throws Exception {
        String token = "töken😀".repeat(500);
        store.save("a", new Secret("key".toCharArray(), token.toCharArray()));
        assertThat(keychain.entries).hasSizeGreaterThan(3);
        assertThat(String.valueOf(store.load("a").orElseThrow().token())).isEqualTo(token);
        store.save("a", new Secret("key2".toCharArray(), (token + "x").toCharArray()));
        assertThat(String.valueOf(store.load("a").orElseThrow().token())).isEqualTo(token + "x");
        store.save("a", new Secret("short".toCharArray(), null));
        assertThat(keychain.entries).containsOnlyKeys("a");
        store.save("a", new Secret("key".toCharArray(), token.toCharArray()));
        store.remove("a");
        assertThat(keychain.entries).isEmpty();
    }

    @Test
    void aShortSecretIsOneEntry() throws Exception {
        int around = "{\"key\":\"\"}".length();
        String longest = "k".repeat(keychain.longest() - around);
        store.save("a", new Secret(longest.toCharArray(), null));
        assertThat(keychain.entries).containsOnlyKeys("a");
        assertThat(String.valueOf(store.load("a").orElseThrow().key())).isEqualTo(longest);

        store.save("b", new Secret((longest + "k").toCharArray(), null));
        assertThat(keychain.entries).hasSize(4);
        assertThat(String.valueOf(store.load("b").orElseThrow().key())).isEqualTo(longest + "k");
    }

    @Test
    void aFailureHalfwayLeavesTheOldSecret() throws Exception {
        store.save("a", new Secret("old".toCharArray(), "t".repeat(5_000).toCharArray()));
        for (int writes = 0; writes < 5; writes++) {
            keychain.writesLeft = writes;
            assertThatThrownBy(
                            () ->
                                    store.save(
                                            "a",
                                            new Secret(
                                                    "new".toCharArray(),
                                                    "u".repeat(5_000).toCharArray())))
                    .isInstanceOf(SecretStoreException.class);
            assertThat(String.valueOf(store.load("a").orElseThrow().key())).isEqualTo("old");
        }
    }

    @Test
    void aForeignEntryIsNotASecret() {
        for (String odd : new String[] {"", "hello", "{}", "{\"key\":1}", "parts:00000000:2"}) {
            keychain.entries.put("a", odd);
            assertThatThrownBy(() -> store.load("a"))
                    .as(odd)
                    .isInstanceOfSatisfying(
                            SecretStoreException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.KEYCHAIN_DAMAGED));
        }
    }

    @Test
    void theSystemsKeychainIsUsedIfThereCertainlyIsOne() {
        assertThat(new KeychainProbe("Mac OS X", Map.of()).find())
                .contains(KeyringStorageType.OSX_KEYCHAIN);
        assertThat(new KeychainProbe("Windows 11", Map.of()).find())
                .contains(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
        assertThat(new KeychainProbe("Linux", Map.of()).find())
                .as("does not start a session bus")
                .isEmpty();
        assertThat(new KeychainProbe("Linux", Map.of("XDG_RUNTIME_DIR", "/nowhere")).find())
                .isEmpty();
    }
}
