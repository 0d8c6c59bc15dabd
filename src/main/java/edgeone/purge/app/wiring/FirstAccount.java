package edgeone.purge.app.wiring;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.AccountException;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.secrets.SecretStoreException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/**
 * The account a window starts with. Opening it again gives the same account, even if it was renamed
 * or another one became the default.
 */
public final class FirstAccount {
    private final SignIn signIn;
    private final GlobalOptions options;
    private final boolean tour;
    private SignIn.@Nullable Opened before;

    /**
     * @param tour whether to use the demo unless an endpoint is given, since a tour purges
     */
    public FirstAccount(SignIn signIn, GlobalOptions options, boolean tour) {
        this.signIn = signIn;
        this.options = options;
        this.tour = tour;
    }

    public synchronized SignIn.Opened open()
            throws AccountException, SecretStoreException, IOException {
        SignIn.Opened opened = openNow(before);
        before = opened;
        return opened;
    }

    /** The account the first {@link #open} will connect, told without its secret. */
    public SignIn.Expected expected() throws AccountException, IOException {
        return tour && options.endpoint() == null
                ? signIn.expectedDemo()
                : signIn.expected(options.account(), options.endpoint());
    }

    private SignIn.Opened openNow(SignIn.@Nullable Opened same)
            throws AccountException, SecretStoreException, IOException {
        Account account = same == null ? null : same.account();
        if (account != null) {
            return signIn.connect(account, options.endpoint());
        }
        boolean demo = same == null ? tour && options.endpoint() == null : same.connection().demo();
        return demo ? signIn.connectDemo() : signIn.connect(options.account(), options.endpoint());
    }
}
