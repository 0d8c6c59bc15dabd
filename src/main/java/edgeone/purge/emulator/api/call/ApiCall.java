package edgeone.purge.emulator.api.call;

import java.time.Instant;

/**
 * A request the service answered, for whoever asks afterwards.
 *
 * @param at when it was answered, by the service's clock
 * @param action empty where none was named
 * @param requestId as in the reply
 * @param error the code of the refusal; empty where it was carried out
 */
public record ApiCall(Instant at, String action, String requestId, String error) {}
