package edgeone.purge.engine.byhand;

import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param text the reply's {@code Response} as JSON, or the beginning of the reply as it came if it
 *     has none; without secrets; null if no reply came
 * @param trouble why the call failed; null if it did not
 */
public record HandReply(@Nullable String text, @Nullable TeoException trouble) {}
