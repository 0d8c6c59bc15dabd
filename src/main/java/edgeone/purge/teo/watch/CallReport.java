package edgeone.purge.teo.watch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * One request that left, or that could not, with what came back. Headers are not part of it: they
 * hold the SecretId, the signature and the token.
 *
 * @param request its body
 * @param subject what it was made for; null if for no job
 * @param took from the first byte sent, or from the attempt to connect if nothing left, to the end
 * @param status the HTTP status; null if none came
 * @param reply decompressed; null if no status came
 * @param code of the error, EdgeOne's or this program's; null if there was none
 */
public record CallReport(
        String action,
        CallBody request,
        @Nullable CallSubject subject,
        Duration took,
        @Nullable Integer status,
        @Nullable CallBody reply,
        @Nullable String code,
        @Nullable String requestId) {}
