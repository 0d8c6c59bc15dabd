package edgeone.purge.harness;

import java.nio.file.Path;
import java.time.Duration;

/** The harness's options, from system properties. */
final class Settings {
    private Settings() {}

    /** Scenario names separated by commas, or {@code all}. */
    static String scenario() {
        return text("scenario", "all");
    }

    /** Trials of each scenario; 0 for each scenario's own number. */
    static long trials() {
        return Long.parseLong(text("trials", "0"));
    }

    static long seed() {
        return Long.parseLong(text("seed", "1"));
    }

    /** Where progress is stored; empty for nowhere. */
    static String resume() {
        return text("resume", "");
    }

    /** Concurrent trials; 0 for each scenario's own number. */
    static int workers() {
        return Integer.parseInt(text("workers", "0"));
    }

    /** How long a job must stay absent before it is believed to be. */
    static Duration settle() {
        return Duration.ofMillis(Math.round(Double.parseDouble(text("settle", "0.6")) * 1000));
    }

    /** The folder with the built program. */
    static Path app() {
        return Path.of(text("app", "target/app")).toAbsolutePath();
    }

    static Path programJar() {
        return app().resolve("edgeone-purge.jar");
    }

    /** Where findings are stored, with their evidence. */
    static Path findings() {
        return Path.of(text("findings", "target/faults")).toAbsolutePath();
    }

    /** The class archive, for faster starts. */
    static Path sharedArchive() {
        return app().resolve("faults.jsa");
    }

    private static String text(String name, String otherwise) {
        String given = System.getProperty(name, "");
        return given.isBlank() || given.startsWith("${") ? otherwise : given;
    }
}
