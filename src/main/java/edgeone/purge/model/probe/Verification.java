package edgeone.purge.model.probe;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far the verification of a job is.
 *
 * @param beforeAt when all probes before the purge were recorded; null until then
 * @param afterAt when all verdicts were; null until then
 * @param verdicts how many targets have each verdict so far
 */
public record Verification(
        VerifyOrder order,
        @Nullable Instant beforeAt,
        @Nullable Instant afterAt,
        Map<Verdict.Kind, Integer> verdicts) {
    public Verification {
        verdicts = verdicts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(verdicts));
    }

    /** How many targets have a verdict. */
    public int count(Verdict.Kind kind) {
        return verdicts.getOrDefault(kind, 0);
    }
}
