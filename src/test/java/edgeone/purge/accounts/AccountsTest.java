package edgeone.purge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.accounts.check.CamPolicy;
import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.EncryptedFileStore;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretScan;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.SecretStores;
import edgeone.purge.secrets.SessionStore;
import edgeone.purge.secrets.StoreKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class AccountsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ID = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    private static final String KEY = "CanaryKey0123456789abcdefABCDEF99";
    private static final String TOKEN = "CanaryToken0123456789/+=";

    @TempDir Path home;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SessionStore session = new SessionStore();
    private final KnownSecrets known = new KnownSecrets();

    private Accounts accounts() {
        return accounts("passphrase");
    }

    private Accounts accounts(String passphrase) {
        return new Accounts(
                new AccountBook(home, clock),
                new SecretStores(null, file(passphrase), session),
                known,
                clock);
    }

    private EncryptedFileStore file(String passphrase) {
        return new EncryptedFileStore(home, _ -> passphrase.toCharArray(), clock);
    }

    @Test
    void anAccountSignsInWithItsOwnSecret() throws Exception {
        Account a = accounts().add(account("a"), secret(KEY, TOKEN));
        assertThat(a.hasToken()).isTrue();
        var credentials = accounts().signIn(a);
        assertThat(credentials.secretId()).isEqualTo(ID);
        assertThat(credentials.secretKey()).isEqualTo(KEY);
        assertThat(credentials.token()).isEqualTo(TOKEN);
    }

    @Test
    void everyProblemIsReportedAtOnceAndNothingIsStored() throws Exception {
        assertProblems(
                () -> accounts().add(account("a"), secret(ID, " t")),
                AccountProblem.KEY_IS_AN_ID,
                AccountProblem.TOKEN_PADDED);
        assertProblems(
                () -> accounts().add(account("a").withKey(ID, true, NOW), secret(KEY, TOKEN)),
                AccountProblem.TOKEN_EXPIRED);
        accounts().add(account("a"), secret(KEY, null));
        Account same = account("A");
        assertProblems(() -> accounts().add(same, secret(KEY, null)), AccountProblem.NAME_TAKEN);
        assertThat(session.load(same.id())).as("its secret is removed too").isEmpty();
    }

    @Test
    void aKeyIsChangedAndMovesToAnotherStore() throws Exception {
        Account a = accounts().add(account("a"), secret(KEY, TOKEN));
        Account moved =
                accounts().changeKey(a.id(), ID, secret("Other" + KEY, null), null, StoreKind.FILE);
        assertThat(moved.store()).isEqualTo(StoreKind.FILE);
        assertThat(moved.hasToken()).isFalse();
        assertThat(session.load(a.id())).isEmpty();
        assertThat(accounts().signIn(moved).secretKey()).isEqualTo("Other" + KEY);
        accounts().remove(a.id());
        assertProblems(() -> accounts().signIn(moved), AccountProblem.SECRET_MISSING);
    }

    @Test
    void anExpiredTokenAndAMissingSecretAreReportedBeforeAnythingIsSent() throws Exception {
        Account a =
                accounts()
                        .add(account("a").withKey(ID, true, NOW.plusSeconds(1)), secret(KEY, "t"));
        Accounts later =
                new Accounts(
                        new AccountBook(home, clock),
                        new SecretStores(null, file("passphrase"), session),
                        known,
                        Clock.offset(clock, java.time.Duration.ofSeconds(1)));
        assertProblems(() -> later.signIn(a), AccountProblem.TOKEN_EXPIRED);
        session.close();
        assertProblems(() -> accounts().signIn(a), AccountProblem.SECRET_MISSING);
        assertThat(accounts().learnAll()).containsExactly("a");
    }

    @Test
    void aForgottenPassphraseCostsTheKeysAndNotTheAccounts() throws Exception {
        Account kept = accounts("old").add(inFile("kept"), secret(KEY, null));
        accounts("old").add(account("elsewhere"), secret(KEY, null));
        byte[] before = Files.readAllBytes(home.resolve("secrets.enc"));
        assertThatThrownBy(() -> accounts("guessed").signIn(kept))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(SecretStoreException.Reason.PASSPHRASE_WRONG));

        Accounts.Forgotten forgotten = accounts("unknown").forgetPassphrase();

        assertThat(forgotten.accounts()).containsExactly("kept");
        assertThat(forgotten.setAside()).isNotNull().hasBinaryContent(before);
        assertThat(home.resolve("secrets.enc")).doesNotExist();
        assertThat(accounts("new").book().read().accounts()).hasSize(2);
        assertProblems(() -> accounts("new").signIn(kept), AccountProblem.SECRET_MISSING);
        accounts("new").changeKey(kept.id(), ID, secret("Other" + KEY, null), null, StoreKind.FILE);
        assertThat(accounts("new").signIn(kept).secretKey()).isEqualTo("Other" + KEY);
        assertThat(accounts("new").forgetPassphrase().setAside())
                .as("never over another file")
                .isNotEqualTo(forgotten.setAside());
    }

    @Test
    void withoutAKeychainTheFileIsOfferedAndAKeychainAccountSaysWhy() {
        SecretStores stores = new SecretStores(null, file("passphrase"), session);
        assertThat(stores.preferred()).isEqualTo(StoreKind.FILE);
        assertThatThrownBy(() -> stores.of(StoreKind.KEYCHAIN))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        e ->
                                assertThat(e.text(Messages.in(Language.ENGLISH)))
                                        .startsWith("No keychain is available"));
    }

    /** Afterwards no file of the home folder holds a secret in any form. */
    @Test
    void noSecretIsInTheHomeFolder() throws Exception {
        accounts().add(account("file").withStore(StoreKind.FILE), secret(KEY, TOKEN));
        accounts().add(account("session"), secret("Second" + KEY, null));
        SecretScan scan = known.scan();
        List<Path> files;
        try (var walk = Files.walk(home)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).extracting(f -> f.getFileName().toString()).contains("secrets.enc");
        for (Path file : files) {
            assertThat(scan.scan(file)).as(file.toString()).isEmpty();
        }
        Files.writeString(home.resolve("planted"), "x" + TOKEN);
        assertThat(scan.scan(home.resolve("planted"))).isPresent();
    }

    /** Every reason has a text in both languages, and every text a reason. */
    @Test
    void everyReasonHasItsText() {
        Set<String> keys = new TreeSet<>();
        List.of(AccountProblem.values()).forEach(p -> keys.add(p.key()));
        List.of(SecretStoreException.Reason.values())
                .forEach(r -> keys.add("accounts.store." + r.label()));
        List.of(ImportReport.Reason.values()).forEach(r -> keys.add(r.key()));
        List.of(CamPolicy.Role.values()).forEach(r -> keys.add(r.key()));
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            Set<String> texts = new TreeSet<>(messages.keySet());
            texts.removeIf(k -> !k.matches("accounts\\.(problem|store|import|policy)\\..*"));
            assertThat(texts).isEqualTo(keys);
            List<String> bare = new ArrayList<>();
            for (String key : keys) {
                if (messages.text(key, "X").contains("{")) {
                    bare.add(key);
                }
            }
            assertThat(bare).isEmpty();
        }
    }

    private static Account inFile(String name) {
        return Account.of(name, Site.CHINA, ID, StoreKind.FILE);
    }

    private static Account account(String name) {
        return Account.of(name, Site.CHINA, ID, StoreKind.SESSION);
    }

    private static Secret secret(String key, String token) {
        return new Secret(key.toCharArray(), token == null ? null : token.toCharArray());
    }

    private static void assertProblems(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable callable,
            AccountProblem... problems) {
        assertThatThrownBy(callable)
                .isInstanceOfSatisfying(
                        AccountException.class,
                        e -> {
                            assertThat(e.problems()).containsExactly(problems);
                            assertThat(e.text(Messages.in(Language.CHINESE))).isNotBlank();
                            assertThat(e.toString()).doesNotContain(KEY, TOKEN);
                        });
    }
}
