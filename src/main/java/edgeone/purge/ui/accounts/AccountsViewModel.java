package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountBook;
import edgeone.purge.accounts.AccountColour;
import edgeone.purge.accounts.Accounts;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.ui.accounts.form.AccountEntry;
import edgeone.purge.ui.accounts.form.FormOffer;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The accounts: lists, adds, changes, imports and removes them. */
public final class AccountsViewModel {
    private final AccountDesk desk;
    private final Tasks tasks;
    private final AccountWriter writer;
    private final Activity activity = new Activity();
    private final AccountSwitch switching;
    private final AccountCheck check;
    private final Latest loading;
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private String chosenId = "";
    private boolean adding;

    public AccountsViewModel(AccountsAccess access, Session session, Tasks tasks) {
        desk = access.desk();
        this.tasks = tasks;
        writer = new AccountWriter(desk);
        switching = new AccountSwitch(access, session, activity, tasks);
        check = new AccountCheck(desk, tasks);
        loading = tasks.latest();
    }

    /** Reloads the accounts. */
    void load() {
        loading.run(
                () -> desk.accounts().book().read(),
                this::show,
                e -> {
                    loaded.set(true);
                    activity.show(e);
                });
    }

    private void show(AccountBook.Contents book) {
        loaded.set(true);
        accounts.setAll(book.accounts());
    }

    /** Adds an account; wipes {@code secret}. */
    void add(AccountEntry entry, Secret secret, Consumer<Account> done) {
        change(() -> writer.add(entry, secret), done);
    }

    /**
     * Adds an account whose key was found in another tool.
     *
     * @param name its name here
     * @param failed receives why it could not be added
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
                        desk.stores().preferred());
        Secret secret = found.secret().copy();
        tasks.run(
                () -> writer.add(entry, secret),
                added -> {
                    done.accept(added);
                    load();
                },
                failed);
    }

    /** Looks for keys of other tools. {@code found} closes the report. */
    void lookForImports(Consumer<ImportReport> found) {
        tasks.run(desk.imports()::look, found, activity::fail);
    }

    /**
     * Changes an account, and signs in to it again if it is in use.
     *
     * @param secret the new key, wiped here; null keeps key and store
     * @param lowering required if the safety level would be lowered; null otherwise
     */
    void edit(
            Account before,
            AccountEntry entry,
            @Nullable Secret secret,
            @Nullable Lowering lowering,
            Consumer<Account> done) {
        boolean used = switching.isUsed(before);
        change(
                () -> writer.change(before, entry, secret, lowering),
                after -> {
                    done.accept(after);
                    if (used) {
                        switching.use(after);
                    }
                });
    }

    /** Whether saving {@code entry} would lower the account's current safety level. */
    boolean wouldLower(Account account, AccountEntry entry) {
        return account.safety().wouldLower(entry.safety(), desk.clock().instant());
    }

    /** Removes an account and its key. If it is in use, the window signs out. */
    void remove(Account account) {
        boolean used = switching.isUsed(account);
        change(
                () -> writer.remove(account),
                removed -> {
                    if (used) {
                        switching.leave();
                    }
                    activity.show(removed.leftKey());
                });
    }

    void makeDefault(Account account) {
        change(
                () -> {
                    desk.accounts().book().makeDefault(account.id());
                    return account;
                },
                _ -> {});
    }

    /**
     * Starts a new encrypted file, since the passphrase of the old one is lost.
     *
     * @param done receives where the old file is and which accounts need their key again
     */
    void forgetPassphrase(Consumer<Accounts.Forgotten> done) {
        change(() -> desk.accounts().forgetPassphrase(), done);
    }

    private <T> void change(Callable<T> work, Consumer<T> done) {
        activity.begin();
        tasks.run(
                work,
                answer -> {
                    activity.end();
                    done.accept(answer);
                    load();
                },
                activity::fail);
    }

    /** The accounts whose key is in the encrypted file. */
    List<Account> inEncryptedFile() {
        return accounts.stream().filter(a -> a.store() == StoreKind.FILE).toList();
    }

    /**
     * What the form of an account offers.
     *
     * @param account null for a new one
     */
    FormOffer offer(@Nullable Account account) {
        return new FormOffer(
                freeColour(),
                desk.stores().preferred(),
                desk.stores().hasKeychain()
                        ? List.of(StoreKind.values())
                        : List.of(StoreKind.FILE, StoreKind.SESSION),
                account != null && switching.isUsed(account) ? switching.zoneIds() : List.of());
    }

    /** A colour no account has, if there is one left. */
    private AccountColour freeColour() {
        return Arrays.stream(AccountColour.values())
                .filter(c -> c != AccountColour.GREY)
                .filter(c -> accounts.stream().noneMatch(a -> a.colour() == c))
                .findFirst()
                .orElse(AccountColour.BLUE);
    }

    /** Remembers which account is selected; empty for none. */
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

    /** Hides the last error. */
    void forgetTrouble() {
        activity.show(null);
    }

    AccountSwitch switching() {
        return switching;
    }

    AccountCheck check() {
        return check;
    }

    ObservableList<Account> accounts() {
        return FXCollections.unmodifiableObservableList(accounts);
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return activity.busyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return activity.troubleProperty();
    }
}
