package edgeone.purge.ui.shell.session;

/** Opens an account. Blocks; called off the JavaFX thread. */
@FunctionalInterface
public interface SignIn {
    /**
     * Opens the account.
     *
     * @throws Exception why it cannot be opened; shown to the user, who may try again
     */
    SignedIn open() throws Exception;
}
