package edgeone.purge.emulator.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The faults an emulator shows, in order: the first that strikes wins. */
public record FaultPlan(List<FaultRule> rules) {
    public FaultPlan {
        rules = List.copyOf(rules);
    }

    public static FaultPlan none() {
        return new FaultPlan(List.of());
    }

    /**
     * Parses a specification; the package description has the grammar.
     *
     * @throws IllegalArgumentException naming the invalid rule and the grammar
     */
    public static FaultPlan parse(String spec) {
        return FaultSpec.parse(spec);
    }

    /** How far the service's clock is ahead of the true one; negative if it is behind. */
    public Duration clockOffset() {
        return setting(FaultKind.CLOCK).orElse(Duration.ZERO);
    }

    /** How long tasks stay unlisted, if the plan sets it. */
    public Optional<Duration> visibility() {
        return setting(FaultKind.VISIBLE);
    }

    private Optional<Duration> setting(FaultKind kind) {
        return rules.stream()
                .filter(r -> r.kind() == kind)
                .findFirst()
                .map(r -> Duration.ofMillis(Math.round(r.number(0) * 1000)));
    }
}
