package edgeone.purge.engine.verify;

import edgeone.purge.probe.Asker;
import edgeone.purge.probe.ProbePace;

import java.time.Duration;

/**
 * How the engine probes.
 *
 * @param settle how long after the probes a purge is sent, and how long after that the edge is
 *     asked again. Dates and ages are whole seconds: what the edge fetches within two of the purge
 *     proves nothing
 */
public record Probing(Asker.Maker askers, ProbePace pace, Duration settle) {
    /** Where nothing is ever to be verified. */
    public static final Probing NONE =
            new Probing(
                    _ -> {
                        throw new IllegalStateException("no way to probe");
                    },
                    ProbePace.STANDARD,
                    Duration.ZERO);

    /** At the standard pace. */
    public static Probing with(Asker.Maker askers) {
        return new Probing(askers, ProbePace.STANDARD, Duration.ofSeconds(4));
    }
}
