package edgeone.purge.harness;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The progress of a run, in a file, so that a long run can be continued. */
final class RunState {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String file;
    private final ObjectNode state;

    /**
     * @param next the next trial
     * @param exhausted whether no trial is left
     */
    record Progress(long next, boolean exhausted, Tally tally) {}

    private RunState(String file, ObjectNode state) {
        this.file = file;
        this.state = state;
    }

    /**
     * @param file empty to store nothing
     * @throws IllegalArgumentException if the file is from a run with another seed
     */
    static RunState open(String file, long seed) {
        ObjectNode fresh = JSON.createObjectNode().put("seed", seed);
        if (file.isEmpty() || !Files.exists(Path.of(file))) {
            return new RunState(file, fresh);
        }
        JsonNode kept = JSON.readTree(Path.of(file).toFile());
        if (kept.path("seed").asLong(-1) != seed) {
            throw new IllegalArgumentException(file + " is of seed " + kept.path("seed"));
        }
        return new RunState(file, (ObjectNode) kept);
    }

    Progress of(String scenario) {
        JsonNode kept = state.path(scenario);
        return new Progress(
                kept.path("next").asLong(0),
                kept.path("exhausted").asBoolean(false),
                Tally.of(kept.path("tally")));
    }

    void keep(String scenario, Progress progress) {
        ObjectNode kept = state.putObject(scenario);
        kept.put("next", progress.next()).put("exhausted", progress.exhausted());
        kept.set("tally", progress.tally().json());
        if (file.isEmpty()) {
            return;
        }
        try {
            Path target = Path.of(file).toAbsolutePath();
            Path beside = target.resolveSibling(target.getFileName() + ".new");
            Files.write(beside, JSON.writeValueAsBytes(state));
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
