package edgeone.purge.app.wiring;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folders of the program.
 *
 * @param home journal, accounts, settings, log; owner-only
 */
public record Directories(Path home) {

    /**
     * {@code --home}, else {@code EDGEONE_PURGE_HOME}, else the platform's usual folder.
     *
     * @param properties must have {@code os.name} and {@code user.home}
     */
    static Directories of(
            @Nullable Path given, Map<String, String> environment, Map<String, String> properties) {
        if (given != null) {
            return new Directories(given.toAbsolutePath().normalize());
        }
        String named = environment.getOrDefault("EDGEONE_PURGE_HOME", "");
        if (!named.isBlank()) {
            return new Directories(Path.of(named).toAbsolutePath().normalize());
        }
        Path user = Path.of(properties.getOrDefault("user.home", "."));
        String os = properties.getOrDefault("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return new Directories(user.resolve("Library/Application Support/EdgeOne Purge"));
        }
        if (os.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isBlank() ? user.resolve("AppData/Roaming") : Path.of(roaming);
            return new Directories(base.resolve("EdgeOne Purge"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isBlank() ? user.resolve(".local/share") : Path.of(data);
        return new Directories(base.resolve("edgeone-purge"));
    }

    /** The folders of this process. */
    public static Directories here(@Nullable Path given, Map<String, String> environment) {
        return of(
                given,
                environment,
                Map.of(
                        "os.name",
                        System.getProperty("os.name", ""),
                        "user.home",
                        System.getProperty("user.home", ".")));
    }

    Path rate() {
        return home.resolve("rate");
    }

    Path demo() {
        return home.resolve("demo");
    }

    Path log() {
        return home.resolve("log");
    }
}
