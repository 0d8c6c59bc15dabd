package edgeone.purge.ui.accounts;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.ui.shell.session.SignIn;
import edgeone.purge.ui.shell.session.SignedIn;

/**
 * What the screen works with.
 *
 * @param opener signs an account in
 * @param demo opens the embedded EdgeOne
 */
public record AccountsAccess(AccountDesk desk, Opener opener, SignIn demo) {

    /** Signs in. Blocks; called off the JavaFX thread. */
    @FunctionalInterface
    public interface Opener {
        SignedIn open(Account account) throws Exception;
    }
}
