package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountBook;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.check.ConnectionReport;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.session.SignIn;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The accounts, and what can be done with them. */
public final class AccountsViewModel {
    private final AccountsAccess access;
    private final AccountDesk desk;
    private final Session session;
    private final Tasks tasks;
    private final Latest loading;
    private final Latest testing;
    private final Latest switching;
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private String chosenId = "";
    private boolean adding;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Tested> tested = new ReadOnlyObjectWrapper<>();

    public AccountsViewModel(AccountsAccess access, Session session, Tasks tasks) {
        this.access = access;
        desk = access.desk();
        this.session = session;
        this.tasks = tasks;
        loading = tasks.latest();
        testing = tasks.latestCall();
        switching = tasks.latest();
        load();
    }

    /**
     * What a test of a connection found, or what kept it from starting; neither while it is under
     * way.
     *
     * @param accountId whose connection it is
     */
    record Tested(
            String accountId, @Nullable ConnectionReport report, @Nullable Exception trouble) {}

    /** Reads the accounts again. */
    void load() {
        loading.run(
                () -> desk.accounts().book().read(),
                this::show,
                e -> {
                    loaded.set(true);
                    trouble.set(e);
                });
    }

    private void show(AccountBook.Contents book) {
        loaded.set(true);
        accounts.setAll(book.accounts());
    }

    /** Adds an account; {@code secret} is wiped. */
    void add(AccountEntry entry, Secret secret, Consumer<Account> done) {
        change(
                () -> {
                    try (secret) {
                        return desk.accounts().add(entry.account(secret.hasToken()), secret);
                    }
                },
                done);
    }

    /**
     * Adds an account that another tool keeps the key of.
     *
     * @param name what to call it
     * @param failed hears why it could not be added
     */
    void take(
            ImportReport.Found found,
            String name,
            Consumer<Account> done,
            Consumer<Exception> failed) {
        String region = found.region();
        AccountEntry entry =
                new AccountEntry(
                        name,
                        found.site().label(),
                        found.secretId(),
                        found.tokenExpiry(),
                        freeColour(),
                        SafetyLevel.NORMAL,
                        "",
                        region == null ? "" : region,
                        preferredStore());
        Secret secret = found.secret().copy();
        tasks.run(
                () -> {
                    try (secret) {
                        return desk.accounts().add(entry.account(secret.hasToken()), secret);
                    }
                },
                added -> {
                    done.accept(added);
                    load();
                },
                failed);
    }

    /**
     * Starts a new encrypted file; the keys in the old one are entered anew.
     *
     * @param done hears where the old file is, and whose keys are to be entered
     */
    void forgetPassphrase(Consumer<Accounts.Forgotten> done) {
        change(() -> desk.accounts().forgetPassphrase(), done);
    }

    /** Whether the key of an account is in the encrypted file. */
    boolean usesEncryptedFile() {
        return accounts.stream().anyMatch(a -> a.store() == StoreKind.FILE);
    }

    /** A colour no account has yet, where there is one. */
    AccountColour freeColour() {
        return Arrays.stream(AccountColour.values())
                .filter(c -> c != AccountColour.GREY)
                .filter(c -> accounts.stream().noneMatch(a -> a.colour() == c))
                .findFirst()
                .orElse(AccountColour.BLUE);
    }

    /**
     * Changes an account.
     *
     * @param secret the new key, wiped here; null leaves key and store as they are
     * @param lowering needed where the safety level would be lowered; null otherwise
     */
    void edit(
            Account before,
            AccountEntry entry,
            @Nullable Secret secret,
            @Nullable Lowering lowering,
            Consumer<Account> done) {
        boolean used = isUsed(before);
        change(
                () -> save(before, entry, secret, lowering),
                after -> {
                    done.accept(after);
                    if (used) {
                        use(after);
                    }
                });
    }

    private Account save(
            Account before,
            AccountEntry entry,
            @Nullable Secret secret,
            @Nullable Lowering lowering)
            throws Exception {
        String id = before.id();
        Site site;
        try (secret) {
            site = Site.of(entry.site());
            if (secret != null) {
                desk.accounts()
                        .changeKey(
                                id, entry.secretId(), secret, entry.tokenExpiry(), entry.store());
            }
        }
        Account after = desk.accounts().edit(id, a -> entry.on(a, site));
        if (entry.safety() == after.safety().effectiveLevel(desk.clock().instant())) {
            return after;
        }
        // The name was typed as it was shown, so before a renaming of the same form.
        String typed = lowering == null ? null : lowering.typedName();
        boolean meant = typed != null && typed.strip().equals(before.name());
        return desk.accounts()
                .book()
                .changeSafety(
                        id,
                        entry.safety(),
                        meant ? after.name() : typed,
                        lowering == null ? Duration.ZERO : lowering.time(),
                        desk.safetyLog());
    }

    /** Whether saving {@code entry} would lower what {@code account} asks now. */
    boolean wouldLower(Account account, AccountEntry entry) {
        return account.safety().wouldLower(entry.safety(), desk.clock().instant());
    }

    /** Removes an account and its key; where it was in use, nothing is any more. */
    void remove(Account account) {
        boolean used = isUsed(account);
        change(
                () -> {
                    try {
                        desk.accounts().remove(account.id());
                        return new Removed(null);
                    } catch (SecretStoreException e) {
                        return new Removed(e);
                    }
                },
                removed -> {
                    if (used) {
                        session.leave();
                    }
                    trouble.set(removed.left());
                });
    }

    private record Removed(@Nullable SecretStoreException left) {}

    void makeDefault(Account account) {
        change(
                () -> {
                    desk.accounts().book().makeDefault(account.id());
                    return account;
                },
                _ -> {});
    }

    /** Switches everything that is shown to an account. */
    void use(Account account) {
        String zone = account.defaultZone();
        open(() -> access.opener().open(account), zone == null ? "" : zone);
    }

    void useDemo() {
        open(access.demo(), "");
    }

    /** What was open stays until the other one is. */
    private void open(SignIn account, String zone) {
        trouble.set(null);
        busy.set(true);
        switching.run(
                account::open,
                opened -> {
                    busy.set(false);
                    session.enter(opened, account, zone);
                },
                this::failed);
    }

    boolean isUsed(Account account) {
        var connection = session.connection();
        return connection != null && connection.accountId().equals(account.id());
    }

    /** Signs in and reads; purges nothing. */
    void test(Account account) {
        tested.set(new Tested(account.id(), null, null));
        testing.run(
                () -> desk.check().run(account.site(), desk.accounts().signIn(account)),
                report -> tested.set(new Tested(account.id(), report, null)),
                e -> tested.set(new Tested(account.id(), null, e)));
    }

    void forgetTest() {
        testing.drop();
        tested.set(null);
    }

    /** Remembers which account is looked at; empty for none. */
    void choose(String id) {
        chosenId = id;
        adding = false;
    }

    /** Remembers that a new account is being entered. */
    void startAdding() {
        chosenId = "";
        adding = true;
    }

    String chosenId() {
        return chosenId;
    }

    boolean isAdding() {
        return adding;
    }

    /** Hides what is wrong; it was read. */
    void forgetTrouble() {
        trouble.set(null);
    }

    /** Looks for keys of other tools; {@code found} closes the report. */
    void lookForImports(Consumer<ImportReport> found) {
        tasks.run(desk.imports()::look, found, this::failed);
    }

    private <T> void change(Callable<T> work, Consumer<T> done) {
        trouble.set(null);
        busy.set(true);
        tasks.run(
                work,
                answer -> {
                    busy.set(false);
                    done.accept(answer);
                    load();
                },
                this::failed);
    }

    private void failed(Exception e) {
        busy.set(false);
        // The list is left as it is, and with it what was typed.
        trouble.set(e);
    }

    boolean hasKeychain() {
        return desk.stores().hasKeychain();
    }

    /** Where a key can be kept in this session. */
    List<StoreKind> stores() {
        return hasKeychain()
                ? List.of(StoreKind.values())
                : List.of(StoreKind.FILE, StoreKind.SESSION);
    }

    StoreKind preferredStore() {
        return desk.stores().preferred();
    }

    Session session() {
        return session;
    }

    ObservableList<Account> accounts() {
        return FXCollections.unmodifiableObservableList(accounts);
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Tested> testedProperty() {
        return tested.getReadOnlyProperty();
    }
}
