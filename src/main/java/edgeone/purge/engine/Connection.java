package edgeone.purge.engine;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.ServerClock;
import edgeone.purge.teo.TeoClient;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A signed-in account: who purges, where, how carefully, and with which client.
 *
 * @param account the account's name
 * @param keyFingerprint fingerprint of its SecretId
 * @param endpoint as recorded with each job: the API's URL, or {@code demo}
 * @param levels asked each time the safety level matters, because a lowered level expires
 * @param demo whether this is the embedded EdgeOne, which purges nothing real
 */
public record Connection(
        String account,
        String keyFingerprint,
        String endpoint,
        Supplier<SafetyLevel> levels,
        boolean demo,
        TeoClient client) {

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
            String keyFingerprint,
            String endpoint,
            SafetyLevel safety,
            boolean demo,
            TeoClient client) {
        this(account, keyFingerprint, endpoint, () -> safety, demo, client);
    }

    /** The current safety level. */
    public SafetyLevel safety() {
        return levels.get();
    }
}
