package edgeone.purge.ui.explorer;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.teo.Signer;

import java.io.IOException;

/** What the screen works with. */
public record ExplorerAccess(HandCalls calls, Signers signers) {
    /** Finds who signs for an account. */
    @FunctionalInterface
    public interface Signers {
        /** Reads the account's secret; blocks. */
        Signer of(Connection connection)
                throws AccountException, SecretStoreException, IOException;
    }
}
