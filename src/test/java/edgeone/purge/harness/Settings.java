package edgeone.purge.harness;

import java.nio.file.Path;
import java.time.Duration;

/** What is asked of the harness, as system properties. */
final class Settings {
    private Settings() {}

    /** Names of scenarios with commas between them, or {@code all}. */
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

    /** Where progress is kept; empty for nowhere. */
    static String resume() {
        return text("resume", "");
    }

    /** How many trials at a time; 0 for each scenario's own number. */
    static int workers() {
        return Integer.parseInt(text("workers", "0"));
    }

    /** How long the absence of a job must last to be believed. */
    static Duration settle() {
        return Duration.ofMillis(Math.round(Double.parseDouble(text("settle", "0.6")) * 1000));
    }

    /** The folder the build leaves the program in. */
    static Path app() {
        return Path.of(text("app", "target/app")).toAbsolutePath();
    }

    static Path programJar() {
        return app().resolve("edgeone-purge.jar");
    }

    /** Where findings and what they were found in are kept. */
    static Path findings() {
        return Path.of(text("findings", "target/faults")).toAbsolutePath();
    }

    /** Classes as the program's JVM had them in memory, so that the next one starts sooner. */
    static Path sharedArchive() {
        return app().resolve("faults.jsa");
    }

    private static String text(String name, String otherwise) {
        String given = System.getProperty(name, "");
        return given.isBlank() || given.startsWith("${") ? otherwise : given;
    }
}
