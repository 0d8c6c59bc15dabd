package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.ui.shell.session.SignIn;
import edgeone.purge.ui.shell.session.SignedIn;

/**
 * What the Accounts screen works with.
 *
 * @param opener signs in to an account
 * @param demo signs in to the demo
 */
public record AccountsAccess(AccountDesk desk, Opener opener, SignIn demo) {

    /** Signs in to an account. Blocks; called off the JavaFX thread. */
    @FunctionalInterface
    public interface Opener {
        SignedIn open(Account account) throws Exception;
    }
}
