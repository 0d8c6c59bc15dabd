package edgeone.purge.app.wiring;

import edgeone.purge.engine.Submitter;
import edgeone.purge.model.NoteRule;
import edgeone.purge.team.publish.Installation;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** This computer and its user, as recorded with each job. */
final class Workstation {
    /** Linux; read without asking the network. */
    private static final Path HOSTNAME = Path.of("/proc/sys/kernel/hostname");

    private static final int LONGEST = 255;

    private Workstation() {}

    static Submitter submitter(Map<String, String> environment, Supplier<NoteRule> rule) {
        return new Submitter(
                named(System.getProperty("user.name")),
                named(host(environment)),
                named(BuildInfo.read().version()),
                rule);
    }

    /** The same for a team's history. */
    static Installation installation(Map<String, String> environment) {
        return new Installation(
                named(host(environment)),
                named(System.getProperty("user.name")),
                named(BuildInfo.read().version()));
    }

    private static @Nullable String host(Map<String, String> environment) {
        try {
            return Files.readString(HOSTNAME);
        } catch (IOException e) {
            String windows = environment.get("COMPUTERNAME");
            return windows == null ? environment.get("HOSTNAME") : windows;
        }
    }

    private static @Nullable String named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String stripped = name.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST));
    }
}
