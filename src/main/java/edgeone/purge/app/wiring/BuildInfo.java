package edgeone.purge.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which program this is, as the build wrote it into {@code build.properties}.
 *
 * @param version as in the POM
 * @param time when it was built, ISO-8601 UTC
 * @param commit the short id of the commit, with {@code +} where the sources differed from it;
 *     empty where the sources were no git repository
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

    /** Empty also for a placeholder that no build has filled in, as when an editor compiles. */
    private static String value(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        return value.contains("${") ? "" : value;
    }
}
