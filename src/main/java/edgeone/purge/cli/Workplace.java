package edgeone.purge.cli;

import edgeone.purge.engine.Connection;
import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.teo.TeoException;

/** What a command works with: the opened home folder, and an account once one is needed. */
public interface Workplace extends AutoCloseable {

    PurgeEngine engine();

    History history();

    /**
     * Signs in with the account the options ask for; the same connection every time.
     *
     * @throws CommandFailure where no account fits, or its secret cannot be had
     */
    Connection connection() throws TeoException;

    @Override
    void close();

    /** Opens a home folder as the options ask. */
    @FunctionalInterface
    interface Opener {
        Workplace open(GlobalOptions options);
    }
}
