package edgeone.purge.mutation;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The mutants that may survive since no test can tell them from the code, each with the reason. */
final class Accepted {
    private final Map<Mutant, String> reasons = new LinkedHashMap<>();

    /**
     * @param nth null for the first or only one
     */
    private record Entry(
            String type,
            String method,
            String mutator,
            String line,
            @Nullable Integer nth,
            String why) {}

    private Accepted(Entry[] entries) {
        for (Entry entry : entries) {
            Mutant mutant =
                    new Mutant(
                            entry.type(),
                            entry.method(),
                            entry.mutator(),
                            entry.line(),
                            entry.nth() == null ? 1 : entry.nth());
            if (Objects.requireNonNullElse(entry.why(), "").isBlank()) {
                throw new IllegalArgumentException("accepted without a reason: " + mutant);
            }
            if (reasons.put(mutant, entry.why()) != null) {
                throw new IllegalArgumentException("accepted twice: " + mutant);
            }
        }
        if (Arrays.stream(entries).map(Entry::line).anyMatch(l -> !l.equals(l.strip()))) {
            throw new IllegalArgumentException("a line with spaces around it is never found");
        }
    }

    static Accepted load() throws IOException {
        try (InputStream in = Accepted.class.getResourceAsStream("accepted.json")) {
            return parse(Objects.requireNonNull(in, "accepted.json").readAllBytes());
        }
    }

    static Accepted parse(byte[] json) {
        return new Accepted(JsonMapper.shared().readValue(json, Entry[].class));
    }

    Set<Mutant> mutants() {
        return reasons.keySet();
    }
}
