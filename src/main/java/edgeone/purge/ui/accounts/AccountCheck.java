package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.check.ConnectionReport;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/** Tests the connection of an account. */
final class AccountCheck {
    private final AccountDesk desk;
    private final Latest testing;
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();

    AccountCheck(AccountDesk desk, Tasks tasks) {
        this.desk = desk;
        testing = tasks.latestCall();
    }

    /**
     * The result of a test; neither report nor trouble while it is running.
     *
     * @param report what it found
     * @param trouble why it could not start
     */
    record Result(
            String accountId, @Nullable ConnectionReport report, @Nullable Exception trouble) {}

    /** Signs in and reads; purges nothing. */
    void run(Account account) {
        result.set(new Result(account.id(), null, null));
        testing.run(
                () -> desk.check().run(account.site(), desk.accounts().signIn(account)),
                report -> result.set(new Result(account.id(), report, null)),
                e -> result.set(new Result(account.id(), null, e)));
    }

    /** Cancels a running test and drops the result. */
    void drop() {
        testing.drop();
        result.set(null);
    }

    /** The last test; null if there was none or it was dropped. */
    ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
        return result.getReadOnlyProperty();
    }
}
