package edgeone.purge.engine;

import edgeone.purge.model.SafetyLevel;
import edgeone.purge.teo.TeoClient;

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
        TeoClient client) {}
