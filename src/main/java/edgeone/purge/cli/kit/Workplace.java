package edgeone.purge.cli.kit;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.settings.SettingsFile;
import edgeone.purge.support.SupportBundle;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** What a command works with: the opened home folder, and an account once one is needed. */
public interface Workplace extends AutoCloseable {

    PurgeEngine engine();

    History history();

    /**
     * Signs in with the account the options ask for; the same connection every time.
     *
     * @throws AccountException no account fits, or its secret is not there
     * @throws SecretStoreException the secret cannot be had
     */
    Connection connection() throws AccountException, SecretStoreException, IOException;

    /** What the reader chose, in its file. */
    SettingsFile settings();

    RecipeBook recipes();

    /** Secrets this run has met. */
    KnownSecrets known();

    /**
     * Reads every secret that is kept for this home folder or given by the environment, so that a
     * scan can look for them. May make the system ask, and ask for the passphrase.
     *
     * @return whose secrets could not be read, or are too short to be looked for
     */
    List<String> learnSecrets() throws IOException;

    /** A bundle with log, versions and settings, to be added to. */
    SupportBundle supportBundle() throws IOException;

    /** Accounts and what belongs to them. */
    AccountDesk desk();

    /**
     * A secret: the next line of standard input, or what is typed at a prompt that shows nothing.
     *
     * @param prompt what to ask for
     * @return for the caller to wipe; null where the input has ended
     */
    char @Nullable [] secret(String prompt);

    @Override
    void close();

    /** Opens a home folder as the options ask. */
    @FunctionalInterface
    interface Opener {
        Workplace open(GlobalOptions options);
    }
}
