package edgeone.purge.ui.explorer;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.teo.Signer;

import java.io.IOException;

/**
 * What the screen works with.
 *
 * @param requests calls kept by name
 */
public record ExplorerAccess(HandCalls calls, Signers signers, RequestBook requests) {
    /** Finds who signs for an account. */
    @FunctionalInterface
    public interface Signers {
        /** Reads the account's secret; blocks. */
        Signer of(Connection connection) throws AccountException, SecretStoreException, IOException;
    }
}
