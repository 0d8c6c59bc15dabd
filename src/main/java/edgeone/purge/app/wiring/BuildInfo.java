package edgeone.purge.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The program's version, from the {@code build.properties} the build writes.
 *
 * @param version as in the POM
 * @param time of the build, ISO-8601 UTC
 * @param commit its short ID, with {@code +} if there were uncommitted changes; empty if it was not
 *     built in a git repository
 */
public record BuildInfo(String version, String time, String commit) {
    private static final String FILE = "/edgeone/purge/build.properties";

    public static BuildInfo read() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(properties);
    }

    static BuildInfo of(Properties properties) {
        String commit = value(properties, "commit");
        boolean dirty = value(properties, "dirty").equals("true");
        return new BuildInfo(
                value(properties, "version"),
                value(properties, "time"),
                commit.isEmpty() || !dirty ? commit : commit + "+");
    }

    /** One line for {@code --version}: {@code edgeone-purge 0.1.0 (1a2b3c4, 2026-01-01T…)}. */
    public String line() {
        String origin = commit.isEmpty() ? time : commit + ", " + time;
        return "edgeone-purge " + version + (origin.isEmpty() ? "" : " (" + origin + ")");
    }

    /** Empty also for an unfilled placeholder, as an IDE leaves it. */
    private static String value(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        return value.contains("${") ? "" : value;
    }
}
