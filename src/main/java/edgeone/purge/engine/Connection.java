package edgeone.purge.engine;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.TeoClient;

import java.time.Duration;

/**
 * An account signed in: who purges, where, how carefully, and the client that does it.
 *
 * @param account the account's name
 * @param keyFingerprint fingerprint of its SecretId
 * @param endpoint as recorded with each job: the API's URL, or {@code demo}
 * @param demo whether this is the embedded EdgeOne, where nothing real is purged
 */
public record Connection(
        String account,
        String keyFingerprint,
        String endpoint,
        SafetyLevel safety,
        boolean demo,
        TeoClient client) {

    /** Best estimate of EdgeOne's time minus this machine's; zero until it answered. */
    public Duration clockOffset() {
        return client.serverClock().offset();
    }
}
