package edgeone.purge.emulator.api.call;

import java.time.Instant;

/**
 * A request the service answered, kept for later inspection.
 *
 * @param at when it was answered, by the service's clock
 * @param action empty if none was named
 * @param requestId as in the reply
 * @param error the error code; empty if the request was carried out
 */
public record ApiCall(Instant at, String action, String requestId, String error) {}
