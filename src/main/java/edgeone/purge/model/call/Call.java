package edgeone.purge.model.call;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One API call, without its bodies. Never holds a secret.
 *
 * @param number in the order calls ended; later ones have higher numbers
 * @param at when the first byte left, by this machine's clock
 * @param reads whether it changes nothing at EdgeOne
 * @param zone its ID; null if the call is for no zone
 * @param job null if it was made for no job, or for several
 * @param batch null if it was made for no batch, or for several
 * @param attempt from 1; the same request again after an error is the next one
 * @param tookMillis from the first byte sent to the end
 * @param http the HTTP status; null if none came
 * @param code of the error, EdgeOne's or this program's; null if there was none
 */
public record Call(
        long number,
        Instant at,
        String action,
        boolean reads,
        @Nullable String zone,
        @Nullable String job,
        @Nullable Integer batch,
        int attempt,
        long tookMillis,
        @Nullable Integer http,
        @Nullable String code,
        @Nullable String requestId) {

    public String id() {
        return CallId.of(number);
    }

    public boolean failed() {
        return code != null;
    }
}
