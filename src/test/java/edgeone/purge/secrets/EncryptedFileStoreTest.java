package edgeone.purge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.secrets.SecretStoreException.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Few and long, since each new key costs 600,000 rounds. */
final class EncryptedFileStoreTest {
    private static final String KEY = "Kanarienvogel/+=😀密钥";

    @TempDir Path home;

    @Test
    void secretsComeBackAndNothingElseDoes() throws Exception {
        List<Boolean> asked = new ArrayList<>();
        char[] given = "pass wörd".toCharArray();
        EncryptedFileStore store =
                new EncryptedFileStore(
                        home,
                        creating -> {
                            asked.add(creating);
                            return given;
                        },
                        Clock.systemUTC());
        assertThat(store.load("a")).isEmpty();
        assertThat(asked).as("no prompt without a file").isEmpty();
        store.save("a", new Secret(KEY.toCharArray(), "tok".repeat(2_000).toCharArray()));
        assertThat(given).as("the passphrase is wiped").containsOnly('\0');
        byte[] first = Files.readAllBytes(home.resolve("secrets.enc"));
        store.save("b", new Secret("second".toCharArray(), null));
        byte[] second = Files.readAllBytes(home.resolve("secrets.enc"));
        assertThat(asked).as("asked once per run").containsExactly(true);
        assertThat(List.of(first, second)).allSatisfy(EncryptedFileStoreTest::assertHidden);
        assertThat(java.util.Arrays.copyOfRange(first, 24, 36))
                .as("a nonce is used once")
                .isNotEqualTo(java.util.Arrays.copyOfRange(second, 24, 36));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("secrets.enc"))))
                .isEqualTo("rw-------");

        // Composed and decomposed letters are the same passphrase.
        EncryptedFileStore again = store("pass wo\u0308rd");
        SecretStores stores = new SecretStores(null, again, new SessionStore());
        assertThat(stores.isUnlocked(StoreKind.FILE)).as("it would ask").isFalse();
        assertThat(stores.isUnlocked(StoreKind.SESSION)).as("it never asks").isTrue();
        try (Secret a = again.load("a").orElseThrow()) {
            assertThat(String.valueOf(a.key())).isEqualTo(KEY);
            assertThat(String.valueOf(a.token())).isEqualTo("tok".repeat(2_000));
            assertThat(a).hasToString("Secret[key and token]");
        }
        assertThat(stores.isUnlocked(StoreKind.FILE)).isTrue();
        again.remove("a");
        assertThat(again.load("a")).isEmpty();
        assertThat(again.load("b").orElseThrow().hasToken()).isFalse();
        again.remove("never there");
        again.close();
        assertThat(stores.isUnlocked(StoreKind.FILE)).isFalse();
    }

    @Test
    void aWrongPassphraseIsNotDamageAndDamageIsNotAWrongPassphrase() throws Exception {
        store("right").save("a", new Secret(KEY.toCharArray(), null));
        Path file = home.resolve("secrets.enc");
        byte[] good = Files.readAllBytes(file);
        assertReason(Reason.PASSPHRASE_WRONG, store("wrong"));
        assertReason(Reason.PASSPHRASE_MISSING, store(null));
        assertReason(Reason.PASSPHRASE_MISSING, store("  "));
        assertThat(Files.readAllBytes(file)).isEqualTo(good);

        // Every part of the header, and both ends of the ciphertext.
        EncryptedFileStore open = store("right");
        assertThat(open.load("a")).isPresent();
        for (int at : new int[] {0, 5, 7, 8, 23, 24, 36, 51, 52, 60, good.length - 1}) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            assertReason(Reason.FILE_DAMAGED, open);
        }
        for (int length : new int[] {0, 1, 59, 75, good.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(good, length));
            assertReason(Reason.FILE_DAMAGED, open);
        }
        byte[] newer = good.clone();
        newer[4] = 2;
        Files.write(file, newer);
        assertReason(Reason.FILE_NEWER, open);
    }

    @Test
    void aForgottenPassphraseCostsTheSecretsOnly() throws Exception {
        store("forgotten").save("a", new Secret(KEY.toCharArray(), null));
        EncryptedFileStore store = store("a new one");
        assertReason(Reason.PASSPHRASE_WRONG, store);
        Path aside = store.startAnew().orElseThrow();
        assertThat(aside).exists();
        assertThat(store.load("a")).isEmpty();
        store.save("a", new Secret("entered anew".toCharArray(), null));
        assertThat(String.valueOf(store.load("a").orElseThrow().key())).isEqualTo("entered anew");
    }

    /** As when two windows store their first secret at the same time. */
    @Test
    void aFileCreatedWhileThePassphraseIsTypedIsExtended() throws Exception {
        List<Boolean> asked = new ArrayList<>();
        EncryptedFileStore other = store("right");
        EncryptedFileStore store =
                new EncryptedFileStore(
                        home,
                        creating -> {
                            asked.add(creating);
                            if (creating) {
                                save(other, "theirs", "1");
                            }
                            return "right".toCharArray();
                        },
                        Clock.systemUTC());
        store.save("mine", new Secret("2".toCharArray(), null));

        assertThat(asked)
                .as("a second time, for the file that is there")
                .containsExactly(true, false);
        assertThat(store.load("theirs")).isPresent();
        assertThat(other.load("mine")).isPresent();
        store.close();
        store.save("mine", new Secret("3".toCharArray(), null));
        assertThat(asked).as("again once closed").containsExactly(true, false, false);
        assertThat(String.valueOf(other.load("mine").orElseThrow().key())).isEqualTo("3");
    }

    private static void save(EncryptedFileStore store, String id, String key) {
        try {
            store.save(id, new Secret(key.toCharArray(), null));
        } catch (SecretStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private EncryptedFileStore store(String passphrase) {
        return new EncryptedFileStore(
                home, _ -> passphrase == null ? null : passphrase.toCharArray(), Clock.systemUTC());
    }

    private static void assertHidden(byte[] bytes) {
        SecretScan scan = SecretScan.builder().secret("key", KEY.toCharArray()).build();
        assertThat(scan.scan(bytes)).isEmpty();
    }

    private static void assertReason(Reason reason, EncryptedFileStore store) {
        assertThatThrownBy(() -> store.load("a"))
                .isInstanceOfSatisfying(
                        SecretStoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
