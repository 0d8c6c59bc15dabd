package edgeone.purge.ui.shell.session;

/** Opens an account. Blocks; called off the JavaFX thread. */
@FunctionalInterface
public interface SignIn {
    /**
     * Opens the account.
     *
     * @throws Exception whatever kept the account from opening; shown, and tried again when asked
     */
    SignedIn open() throws Exception;
}
