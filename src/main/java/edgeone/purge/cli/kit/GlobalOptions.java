package edgeone.purge.cli.kit;

import edgeone.purge.messages.Language;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The options of every command.
 *
 * @param home null for the folder from the environment, or the platform's default
 * @param account null for the environment, the default account, or the demo
 * @param endpoint null for the account's
 * @param language null for the one in the settings, or the system's
 * @param settle null for the one in the settings
 */
public record GlobalOptions(
        @Nullable Path home,
        @Nullable String account,
        @Nullable String endpoint,
        @Nullable Language language,
        boolean json,
        @Nullable Duration settle) {}
