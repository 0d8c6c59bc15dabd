package edgeone.purge.engine.run;

import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.query.Whose;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.reply.ServerClock;
import edgeone.purge.teo.watch.CallWatcher;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * A signed-in account: who purges, where, how carefully, and with which client.
 *
 * @param account the account's name
 * @param accountId its ID, which does not change when it is renamed
 * @param keyFingerprint fingerprint of its SecretId
 * @param endpoint as recorded with each job: the API's URL, or {@code demo}
 * @param levels the current safety level, asked each time because a lowered one expires; may read a
 *     file, so not on the JavaFX thread
 * @param keyEnd the last four characters of its SecretId; null if they are not to be recorded
 * @param demo whether this is the embedded EdgeOne, where nothing real is purged
 * @param edges the edges of its sites, as {@code HOST:PORT}; empty for those DNS names
 */
public record Connection(
        String account,
        String accountId,
        String keyFingerprint,
        @Nullable String keyEnd,
        String endpoint,
        Supplier<SafetyLevel> levels,
        boolean demo,
        List<String> edges,
        TeoClient client) {
    private static final int KEY_END = 4;

    /** What is recorded of a SecretId; null for one so short that it would be half of it. */
    public static @Nullable String keyEnd(String secretId) {
        return secretId.length() < 4 * KEY_END
                ? null
                : secretId.substring(secretId.length() - KEY_END);
    }

    /** Best estimate of EdgeOne's time minus this machine's; zero until it has answered. */
    public Duration clockOffset() {
        return client.serverClock().offset();
    }

    /**
     * EdgeOne's time minus this machine's if requests must be signed with it because EdgeOne
     * refused this machine's time; else null.
     */
    public @Nullable Duration clockCorrection() {
        ServerClock clock = client.serverClock();
        return clock.corrected() ? clock.offset() : null;
    }

    /** Creates a connection with a fixed safety level. */
    public Connection(
            String account,
            String accountId,
            String keyFingerprint,
            String endpoint,
            SafetyLevel safety,
            boolean demo,
            TeoClient client) {
        this(account, accountId, keyFingerprint, endpoint, () -> safety, demo, client);
    }

    /** Creates a connection of which the end of the SecretId is not known. */
    public Connection(
            String account,
            String accountId,
            String keyFingerprint,
            String endpoint,
            Supplier<SafetyLevel> levels,
            boolean demo,
            TeoClient client) {
        this(account, accountId, keyFingerprint, null, endpoint, levels, demo, List.of(), client);
    }

    public Connection {
        edges = List.copyOf(edges);
    }

    /** The same connection, of whose calls {@code also} hears too. */
    public Connection heard(CallWatcher also) {
        return new Connection(
                account,
                accountId,
                keyFingerprint,
                keyEnd,
                endpoint,
                levels,
                demo,
                edges,
                client.heard(also));
    }

    /** Whether this is the account that submitted {@code job}, with this key or another. */
    public boolean isAccountOf(Job job) {
        String submitter = job.accountId();
        return submitter == null ? job.account().equals(account) : submitter.equals(accountId);
    }

    /**
     * Whether this may continue {@code job}: the same account, key and endpoint, and not somebody
     * else's.
     */
    public boolean owns(Job job) {
        return job.provenance().origin() == Origin.HERE
                && isAccountOf(job)
                && job.keyFingerprint().equals(keyFingerprint)
                && job.endpoint().equals(endpoint);
    }

    /** The jobs of this account. */
    public Whose whose() {
        return new Whose.Account(accountId, account);
    }

    /** The current level. Blocks on disk I/O. */
    public SafetyLevel safety() {
        return levels.get();
    }
}
