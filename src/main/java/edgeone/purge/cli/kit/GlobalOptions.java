package edgeone.purge.cli.kit;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The options every command takes.
 *
 * @param home null for the environment's or the platform's own folder
 * @param account null for the environment, the default account, or the demo
 * @param endpoint null for the account's own
 * @param language null for the settings' or the system's
 * @param settle null for the settings'
 */
public record GlobalOptions(
        @Nullable Path home,
        @Nullable String account,
        @Nullable String endpoint,
        @Nullable Language language,
        boolean json,
        @Nullable Duration settle) {}
