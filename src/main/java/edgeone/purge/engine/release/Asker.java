package edgeone.purge.engine.release;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, shown to who releases.
 *
 * @param person the user of the operating system; null if unknown
 * @param host this machine's name; null if unknown
 * @param account the account's name
 * @param note why; null if it was not said
 */
public record Asker(
        @Nullable String person, @Nullable String host, String account, @Nullable String note) {}
