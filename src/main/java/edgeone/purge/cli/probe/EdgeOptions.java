package edgeone.purge.cli.probe;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.probe.EdgeAddress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;

/** Which edges are asked, and for how many of the targets. */
public final class EdgeOptions {
    @Option(names = "--edge", paramLabel = "HOST[:PORT]", description = "${bundle:help.probe.edge}")
    private List<String> edges = List.of();

    @Option(names = "--sample", paramLabel = "N", description = "${bundle:help.probe.sample}")
    private @Nullable Integer sample;

    @Option(names = "--sample-seed", paramLabel = "N", description = "${bundle:help.probe.seed}")
    private long seed = 1;

    @Option(names = "--allow-private", description = "${bundle:help.probe.allow-private}")
    private boolean allowPrivate;

    /** Checks what can be checked before anything is read. */
    public void check() {
        edges();
        if (sample != null && sample < 1) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.sample.positive");
        }
    }

    /** Whether any of these options was given. */
    public boolean isGiven() {
        return !edges.isEmpty() || sample != null || allowPrivate;
    }

    /** As given; empty for the one DNS names. */
    public List<EdgeAddress> edges() {
        return edges.stream()
                .map(
                        text ->
                                EdgeAddress.of(text)
                                        .orElseThrow(
                                                () ->
                                                        new CommandFailure(
                                                                ExitCodes.REFUSED,
                                                                "probe.edge",
                                                                text)))
                .toList();
    }

    /** How many targets are asked for; null for all. */
    public @Nullable Integer sample() {
        return sample;
    }

    public long seed() {
        return seed;
    }

    public boolean allowPrivate() {
        return allowPrivate;
    }
}
