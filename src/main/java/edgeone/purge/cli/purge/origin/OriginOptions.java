package edgeone.purge.cli.purge.origin;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.probe.EdgeOptions;
import edgeone.purge.engine.origin.OldBytes;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.model.PurgeType;
import edgeone.purge.probe.origin.OriginPlace;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Duration;

/** Whether the origin is asked before a purge, and what is done if it has nothing new. */
public final class OriginOptions {
    private static final long LONGEST_WAIT = 86_400;

    @Option(
            names = "--check-origin",
            paramLabel = "HOST[:PORT]|URL",
            description = "${bundle:help.purge.check-origin}")
    private @Nullable String place;

    @Option(
            names = "--origin-old",
            paramLabel = "stop|wait|send",
            description = "${bundle:help.purge.origin-old}")
    private @Nullable String old;

    @Option(
            names = "--origin-wait",
            paramLabel = "S",
            description = "${bundle:help.purge.origin-wait}")
    private @Nullable Long wait;

    /** Whether the origin is to be asked. */
    public boolean isGiven() {
        return place != null;
    }

    /** Checks what can be checked before anything is read. */
    public void check() {
        if (place == null) {
            if (old != null || wait != null) {
                throw new CommandFailure(ExitCodes.REFUSED, "probe.origin.alone");
            }
            return;
        }
        place(place);
        if (wait != null && (old() != OldBytes.WAIT || wait < 1 || wait > LONGEST_WAIT)) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.origin.seconds", LONGEST_WAIT);
        }
    }

    /** Refuses to compare what cannot be asked for. */
    public void check(PurgeType type) {
        if (place != null && !type.purgesUrls()) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.origin.urls", type.wireName());
        }
    }

    /** What asks the origin, at the edges given. */
    public Gate gate(Workplace workplace, EdgeOptions edges, Output output) throws Exception {
        String given = place;
        if (given == null) {
            return Gate.OPEN;
        }
        return new AskedGate(workplace.edge(), edges, order(given), output);
    }

    private OriginOrder order(String given) {
        return new OriginOrder(
                place(given),
                old(),
                wait == null ? OriginOrder.STANDARD_PATIENCE : Duration.ofSeconds(wait));
    }

    private static OriginPlace place(String given) {
        return OriginPlace.of(given)
                .orElseThrow(
                        () -> new CommandFailure(ExitCodes.REFUSED, "probe.origin.place", given));
    }

    private OldBytes old() {
        String word = old;
        if (word == null) {
            return OldBytes.STOP;
        }
        return OldBytes.of(word)
                .orElseThrow(
                        () -> new CommandFailure(ExitCodes.REFUSED, "probe.origin.what", word));
    }
}
