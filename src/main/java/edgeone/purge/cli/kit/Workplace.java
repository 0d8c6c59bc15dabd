package edgeone.purge.cli.kit;

import edgeone.purge.accounts.AccountException;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.engine.Audit;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.history.SharedHistory;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.recipes.RecipeBook;
import edgeone.purge.requests.RequestBook;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.SecretStoreException;
import edgeone.purge.settings.SettingsFile;
import edgeone.purge.support.SupportBundle;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.release.RequestDesk;
import edgeone.purge.teo.Signer;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a command works with: the open home folder, and an account once it needs one. */
public interface Workplace extends AutoCloseable {

    PurgeEngine engine();

    History history();

    /**
     * The history of the team; empty where no team is set. Reading it throws {@link
     * edgeone.purge.history.UnreachableHistoryException}.
     */
    Optional<SharedHistory> everyone();

    Audit audit();

    /** The API calls this home folder made. */
    Calls calls();

    /** Calls made by hand. */
    HandCalls byHand();

    /**
     * Signs in with the account the options select; returns the same connection every time.
     *
     * @throws AccountException no account matches, or its secret is missing
     * @throws SecretStoreException the secret cannot be read
     */
    Connection connection() throws AccountException, SecretStoreException, IOException;

    /**
     * Signs as the account that the options select. Reads its secret, and sends nothing.
     *
     * @throws AccountException no account matches, or its secret is missing
     * @throws SecretStoreException the secret cannot be read
     */
    Signer signer() throws AccountException, SecretStoreException, IOException;

    /**
     * The address of the API for that account. Reads no secret.
     *
     * @throws AccountException no account matches
     */
    TeoEndpoint endpoint() throws AccountException, IOException;

    /**
     * How the sites of that account are asked. Reads no secret, except that the demo starts.
     *
     * @throws AccountException no account matches
     */
    EdgeAccess edge() throws AccountException, SecretStoreException, IOException;

    /** The user's settings, in their file. */
    SettingsFile settings();

    RecipeBook recipes();

    /** API calls kept by name. */
    RequestBook requests();

    /** The database of a team's history. */
    TeamDesk team();

    /** Purges of a team that wait for a second person. */
    RequestDesk releases();

    /** The secrets this run has seen. */
    KnownSecrets known();

    /**
     * Reads every secret stored for this home folder or given by the environment, so that a scan
     * can search for them. May make the system prompt, and may ask for the passphrase.
     *
     * @return owners of secrets that could not be read, or are too short to search for
     */
    List<String> learnSecrets() throws IOException;

    /** A support bundle with log, versions and settings, to add to. */
    SupportBundle supportBundle() throws IOException;

    /** The accounts, with what managing them needs. */
    AccountDesk desk();

    /**
     * Reads a secret: the next line of standard input, or what is typed at a prompt without echo.
     *
     * @param prompt the prompt
     * @return for the caller to wipe; null at the end of input
     */
    char @Nullable [] secret(String prompt);

    @Override
    void close();

    /** Opens the home folder the options select. */
    @FunctionalInterface
    interface Opener {
        Workplace open(GlobalOptions options);
    }
}
