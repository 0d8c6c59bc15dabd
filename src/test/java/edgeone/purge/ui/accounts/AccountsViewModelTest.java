package edgeone.purge.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.AccountProblem;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.emulator.DemoAccount;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.Desk;
import edgeone.purge.ui.LiveAccounts;
import edgeone.purge.ui.LiveConsole;
import edgeone.purge.ui.accounts.form.AccountColours;
import edgeone.purge.ui.accounts.form.AccountEntry;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.kit.trouble.Troubles;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The Accounts screen without its view, with real stores and a real EdgeOne. */
final class AccountsViewModelTest {
    private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

    @TempDir Path home;
    @TempDir Path userHome;

    private LiveConsole live;
    private LiveAccounts accounts;
    private Desk desk;
    private AccountsViewModel model;

    @BeforeEach
    void open() throws IOException {
        live = LiveConsole.of(home);
        accounts = new LiveAccounts(home, userHome, live);
        desk = new Desk(live);
        model =
                new AccountsViewModel(
                        accounts.access(), desk.session, new Tasks(Runnable::run, Runnable::run));
        model.load();
    }

    @AfterEach
    void close() {
        accounts.close();
        live.close();
    }

    @Test
    void usingANewAccountChoosesItsZone() throws Exception {
        String zone = live.engine().zones(live.connection()).get(1).zoneId();
        AccountEntry entry = entry("shop", SafetyLevel.NORMAL);
        add(withZone(entry, zone), LiveAccounts.KEY);
        assertThat(model.troubleProperty().get()).isNull();
        Account shop = model.accounts().getFirst();
        assertThat(shop.isDefault()).isTrue();
        assertThat(home.resolve("secrets.enc")).exists();

        model.switching().use(shop);

        assertThat(model.switching().isUsed(shop)).isTrue();
        assertThat(desk.session.zoneProperty().get()).isNotNull();
        assertThat(desk.session.zoneProperty().get().zoneId()).isEqualTo(zone);
        assertThat(desk.session.signedInProperty().get().colour())
                .isEqualTo(AccountColours.of(AccountColour.TEAL));
    }

    /** Another account may have its old name by now. */
    @Test
    void theUsedAccountIsRecognisedAfterARename() throws Exception {
        add(entry("shop", SafetyLevel.NORMAL), LiveAccounts.KEY);
        Account shop = model.accounts().getFirst();
        model.switching().use(shop);
        accounts.accounts().edit(shop.id(), a -> a.withName("renamed elsewhere"));
        Account other = accounts.add("shop", StoreKind.SESSION);
        model.load();

        assertThat(model.switching().isUsed(model.accounts().getFirst())).isTrue();
        assertThat(model.switching().isUsed(other)).isFalse();
        model.remove(other);
        assertThat(desk.session.connection()).isNotNull();
    }

    /** Changed network settings apply to new connections only. */
    @Test
    void reopeningSignsInAgainOverANewConnection() throws Exception {
        add(entry("shop", SafetyLevel.NORMAL), LiveAccounts.KEY);
        model.switching().use(model.accounts().getFirst());
        var before = desk.session.connection();
        desk.session.reopen();
        assertThat(desk.session.connection().account()).isEqualTo("shop");
        assertThat(desk.session.connection().client()).isNotSameAs(before.client());
        assertThat(desk.session.zones()).isNotEmpty();
    }

    @Test
    void theWindowStartsWithTheDefaultZoneOfTheAccount() throws Exception {
        String zone = live.engine().zones(live.connection()).get(2).zoneId();
        add(withZone(entry("shop", SafetyLevel.NORMAL), zone), LiveAccounts.KEY);
        Account shop = model.accounts().getFirst();
        desk.session.open(() -> accounts.access().opener().open(shop), "");
        assertThat(desk.session.zoneProperty().get()).isNotNull();
        assertThat(desk.session.zoneProperty().get().zoneId()).isEqualTo(zone);
    }

    @Test
    void invalidEntriesAreReportedAndNotSaved() throws Exception {
        add(entry(" shop", SafetyLevel.NORMAL), LiveAccounts.KEY + " ");
        assertThat(problems()).contains(AccountProblem.KEY_PADDED);
        add(entry("shop", SafetyLevel.NORMAL), LiveAccounts.ID);
        assertThat(problems()).containsExactly(AccountProblem.KEY_IS_AN_ID);
        add(entry("shop", SafetyLevel.NORMAL), "");
        assertThat(problems()).containsExactly(AccountProblem.KEY_BLANK);
        add(withSite(entry("shop", SafetyLevel.NORMAL), "http://example.com"), LiveAccounts.KEY);
        assertThat(problems()).containsExactly(AccountProblem.ENDPOINT_NOT_SAFE);
        assertThat(accounts.all()).isEmpty();
        assertThat(home.resolve("secrets.enc")).doesNotExist();
    }

    @Test
    void anExpiredTokenIsReportedBeforeAnythingIsSent() throws Exception {
        Instant ended = Instant.now().minusSeconds(60);
        AccountEntry entry =
                new AccountEntry(
                        "shop",
                        accounts.endpoint(),
                        DemoAccount.TEMPORARY_SECRET_ID,
                        ended,
                        AccountColour.BLUE,
                        SafetyLevel.NORMAL,
                        "",
                        "",
                        StoreKind.SESSION);
        Secret secret =
                new Secret(
                        DemoAccount.TEMPORARY_SECRET_KEY.toCharArray(),
                        DemoAccount.TEMPORARY_TOKEN.toCharArray());
        model.add(entry, secret, _ -> {});
        assertThat(problems()).containsExactly(AccountProblem.TOKEN_EXPIRED);
        assertThat(live.edgeOne().calls()).isEmpty();
    }

    @Test
    void aRevokedKeyIsReportedWithCodeAndRequestId() throws Exception {
        AccountEntry entry = entry("gone", SafetyLevel.NORMAL);
        AccountEntry revoked =
                new AccountEntry(
                        "gone",
                        entry.site(),
                        "AKIDrevoked000000000000000000000001",
                        null,
                        AccountColour.RED,
                        SafetyLevel.NORMAL,
                        "",
                        "",
                        StoreKind.SESSION);
        add(revoked, LiveAccounts.KEY);
        Account gone = model.accounts().getFirst();
        model.check().run(gone);
        AccountCheck.Result tested = model.check().resultProperty().get();
        assertThat(tested.report()).isNotNull();
        assertThat(tested.report().signedIn()).isFalse();
        List<String> lines =
                new edgeone.purge.accounts.check.ConnectionText(ENGLISH).lines(tested.report());
        assertThat(String.join("\n", lines)).contains("AuthFailure.SecretIdNotFound", "RequestId");
    }

    @Test
    void typingTheNameLowersTheLevelForAWhile() throws Exception {
        add(entry("shop", SafetyLevel.READ_ONLY), LiveAccounts.KEY);
        Account shop = model.accounts().getFirst();
        AccountEntry lower = entry("shop", SafetyLevel.NORMAL);
        assertThat(model.wouldLower(shop, lower)).isTrue();

        model.edit(shop, lower, null, new Lowering("shpo", Duration.ofMinutes(15)), _ -> {});
        assertThat(problems()).containsExactly(AccountProblem.SAFETY_NAME_MISTYPED);
        assertThat(accounts.lowerings()).isEmpty();

        model.edit(shop, lower, null, new Lowering("shop", Duration.ofMinutes(15)), _ -> {});
        Account lowered = model.accounts().getFirst();
        Instant now = Instant.now();
        assertThat(lowered.safety().effectiveLevel(now)).isEqualTo(SafetyLevel.NORMAL);
        assertThat(lowered.safety().effectiveLevel(now.plus(Duration.ofMinutes(16))))
                .isEqualTo(SafetyLevel.READ_ONLY);
        assertThat(accounts.lowerings()).hasSize(1);
    }

    @Test
    void aBadEndpointLeavesTheKeyAsItWas() throws Exception {
        add(entry("shop", SafetyLevel.NORMAL), LiveAccounts.KEY);
        Account shop = model.accounts().getFirst();
        model.edit(
                shop,
                withSite(entry("shop", SafetyLevel.NORMAL), "nowhere"),
                new Secret("otherKey000000000000000000000000".toCharArray(), null),
                null,
                _ -> {});
        assertThat(problems()).containsExactly(AccountProblem.ENDPOINT_NOT_URL);
        assertThat(accounts.accounts().signIn(shop).secretKey()).isEqualTo(LiveAccounts.KEY);
    }

    @Test
    void removingTheUsedAccountSignsOut() throws Exception {
        add(entry("shop", SafetyLevel.NORMAL), LiveAccounts.KEY);
        Account shop = model.accounts().getFirst();
        model.switching().use(shop);
        assertThat(desk.session.zones()).isNotEmpty();
        model.remove(shop);
        assertThat(model.accounts()).isEmpty();
        assertThat(desk.session.signedInProperty().get()).isNull();
        assertThat(desk.session.zones()).isEmpty();
    }

    @Test
    void aForgottenPassphraseKeepsTheAccountsWithoutTheirKeys() throws Exception {
        add(entry("shop", SafetyLevel.NORMAL), LiveAccounts.KEY);
        LiveAccounts nextRun = new LiveAccounts(home, userHome, live);
        AccountsViewModel next =
                new AccountsViewModel(
                        nextRun.access(), desk.session, new Tasks(Runnable::run, Runnable::run));
        next.load();
        nextRun.passphrases(_ -> "wrong".toCharArray());
        Account shop = next.accounts().getFirst();
        next.switching().use(shop);
        assertThat(next.troubleProperty().get()).isInstanceOf(SecretStoreException.class);
        assertThat(next.inEncryptedFile()).containsExactly(shop);

        List<Accounts.Forgotten> told = new ArrayList<>();
        next.forgetPassphrase(told::add);

        assertThat(told.getFirst().accounts()).containsExactly("shop");
        assertThat(told.getFirst().setAside()).isNotNull().exists();
        next.switching().use(shop);
        assertThat(((AccountException) next.troubleProperty().get()).problems())
                .containsExactly(AccountProblem.SECRET_MISSING);
        nextRun.passphrases(_ -> "a new one".toCharArray());
        next.edit(
                shop,
                entry("shop", SafetyLevel.NORMAL),
                new Secret(LiveAccounts.KEY.toCharArray(), null),
                null,
                _ -> {});
        assertThat(next.troubleProperty().get()).isNull();
        next.switching().use(next.accounts().getFirst());
        assertThat(next.switching().isUsed(shop)).isTrue();
        nextRun.close();
    }

    @Test
    void keysOfOtherToolsAreImportedUnderAFreeName() throws Exception {
        Path tccli = Files.createDirectories(userHome.resolve(".tccli"));
        Files.writeString(
                tccli.resolve("work.credential"),
                """
                {"secretId": "%s", "secretKey": "%s"}
                """
                        .formatted(LiveAccounts.ID, LiveAccounts.KEY));
        Files.writeString(tccli.resolve("broken.credential"), "{");
        add(entry("work", SafetyLevel.NORMAL), LiveAccounts.KEY);
        List<ImportReport> found = new ArrayList<>();
        model.lookForImports(found::add);
        ImportReport report = found.getFirst();
        assertThat(report.skipped()).hasSize(1);
        List<String> said = new ArrayList<>();
        model.take(
                report.found().getFirst(), "Work", _ -> said.add("added"), e -> said.add(why(e)));
        model.take(
                report.found().getFirst(), "work 2", _ -> said.add("added"), e -> said.add(why(e)));
        assertThat(said.get(0)).startsWith("An account named \"Work\" already exists.");
        assertThat(said.get(1)).isEqualTo("added");
        assertThat(model.accounts()).extracting(Account::name).containsExactly("work", "work 2");
        report.close();
    }

    private static String why(Exception e) {
        Trouble trouble = Troubles.of(ENGLISH, e, words -> words);
        return trouble.why();
    }

    private void add(AccountEntry entry, String key) {
        model.add(entry, new Secret(key.toCharArray(), null), _ -> {});
    }

    private List<AccountProblem> problems() {
        return model.troubleProperty().get() instanceof AccountException wrong
                ? wrong.problems()
                : List.of();
    }

    private AccountEntry entry(String name, SafetyLevel safety) {
        return new AccountEntry(
                name,
                accounts.endpoint(),
                LiveAccounts.ID,
                null,
                AccountColour.TEAL,
                safety,
                "",
                "",
                StoreKind.FILE);
    }

    private static AccountEntry withZone(AccountEntry e, String zone) {
        return new AccountEntry(
                e.name(),
                e.site(),
                e.secretId(),
                e.tokenExpiry(),
                e.colour(),
                e.safety(),
                zone,
                e.region(),
                e.store());
    }

    private static AccountEntry withSite(AccountEntry e, String site) {
        return new AccountEntry(
                e.name(),
                site,
                e.secretId(),
                e.tokenExpiry(),
                e.colour(),
                e.safety(),
                e.defaultZone(),
                e.region(),
                e.store());
    }
}
