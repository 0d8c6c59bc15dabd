package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shell.session.SignIn;
import edgeone.purge.ui.shell.session.SignedIn;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Switches the window from one account to another. */
final class AccountSwitch {
    private final AccountsAccess access;
    private final Session session;
    private final Activity activity;
    private final Latest switching;

    AccountSwitch(AccountsAccess access, Session session, Activity activity, Tasks tasks) {
        this.access = access;
        this.session = session;
        this.activity = activity;
        switching = tasks.latest();
    }

    /** Switches to an account. */
    void use(Account account) {
        String zone = account.defaultZone();
        open(() -> access.opener().open(account), zone == null ? "" : zone);
    }

    /** Switches to the demo. */
    void useDemo() {
        open(access.demo(), "");
    }

    /** The account in use stays open until the other one is. */
    private void open(SignIn account, String zone) {
        activity.begin();
        switching.run(
                account::open,
                opened -> {
                    activity.end();
                    session.enter(opened, account, zone);
                },
                activity::fail);
    }

    /** Signs out. */
    void leave() {
        session.leave();
    }

    boolean isUsed(Account account) {
        var connection = session.connection();
        return connection != null && connection.accountId().equals(account.id());
    }

    /** The zones of the account in use. */
    List<String> zoneIds() {
        return session.zones().stream().map(Zone::zoneId).toList();
    }

    ReadOnlyObjectProperty<@Nullable SignedIn> signedInProperty() {
        return session.signedInProperty();
    }
}
