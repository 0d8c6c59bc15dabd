package edgeone.purge.engine;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.ServerClock;
import edgeone.purge.teo.TeoClient;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * An account signed in: who purges, where, how carefully, and the client that does it.
 *
 * @param account the account's name
 * @param keyFingerprint fingerprint of its SecretId
 * @param endpoint as recorded with each job: the API's URL, or {@code demo}
 * @param levels asked anew whenever the safety level counts, since a lowered one ends with time;
 *     may read a file, so not for the JavaFX thread
 * @param demo whether this is the embedded EdgeOne, where nothing real is purged
 */
public record Connection(
        String account,
        String keyFingerprint,
        String endpoint,
        Supplier<SafetyLevel> levels,
        boolean demo,
        TeoClient client) {

    /** Best estimate of EdgeOne's time minus this machine's; zero until it answered. */
    public Duration clockOffset() {
        return client.serverClock().offset();
    }

    /**
     * EdgeOne's time minus this machine's where requests have to be signed with it, because EdgeOne
     * refused this machine's time; else null.
     */
    public @Nullable Duration clockCorrection() {
        ServerClock clock = client.serverClock();
        return clock.corrected() ? clock.offset() : null;
    }

    /** A connection whose safety level stays. */
    public Connection(
            String account,
            String keyFingerprint,
            String endpoint,
            SafetyLevel safety,
            boolean demo,
            TeoClient client) {
        this(account, keyFingerprint, endpoint, () -> safety, demo, client);
    }

    /** The level that holds now. Blocks on the disk. */
    public SafetyLevel safety() {
        return levels.get();
    }
}
