package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.probe.EdgeOptions;
import edgeone.purge.cli.purge.job.FollowCommand;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.verify.VerifyOrders;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.probe.EdgeAddress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;

/** Whether a purge is sent, how long it is waited for, and what is confirmed beforehand. */
public final class SendOptions {
    @Option(names = "--dry-run", description = "${bundle:help.purge.dry-run}")
    private boolean dryRun;

    @Option(names = "--wait", description = "${bundle:help.wait}")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    @Option(names = "--yes", description = "${bundle:help.purge.yes}")
    private boolean yes;

    @Option(
            names = "--confirm",
            paramLabel = "ZONENAME",
            description = "${bundle:help.purge.confirm}")
    private List<String> confirm = List.of();

    @Option(names = "--verify", description = "${bundle:help.purge.verify}")
    private boolean verify;

    @Option(names = "--then-prefetch", description = "${bundle:help.purge.then-prefetch}")
    private boolean thenPrefetch;

    @Mixin private EdgeOptions edges = new EdgeOptions();

    @Option(names = "--note", paramLabel = "TEXT", description = "${bundle:help.purge.note}")
    private @Nullable String note;

    /** Checks what can be checked before anything is read. */
    public void check(boolean severalZones) {
        check(severalZones, false);
    }

    /**
     * The same.
     *
     * @param asksEdge whether edges are asked, so that it may be said which
     */
    void check(boolean severalZones, boolean asksEdge) {
        FollowCommand.timeout(timeout);
        if (!severalZones && confirm.size() > 1) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.confirm.one");
        }
        edges.check();
        if (edges.isGiven() && !asksEdge && !verify) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.verify.alone");
        }
    }

    /** Refuses to verify or prefetch what has no addresses. */
    void check(PurgeType type) {
        if (verify && !type.purgesUrls()) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.verify.urls", type.wireName());
        }
        if (thenPrefetch && !type.purgesUrls()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.then.urls", type.wireName());
        }
    }

    /** What is to be verified; null for nothing. */
    @Nullable VerifyOrder verify(Connection connection) {
        return verify
                ? VerifyOrders.of(
                        connection,
                        edges.edges().stream().map(EdgeAddress::toString).toList(),
                        edges.sample(),
                        edges.seed(),
                        edges.allowPrivate())
                : null;
    }

    /** Which edges are asked, and for how many of the targets. */
    EdgeOptions edges() {
        return edges;
    }

    /** Whether the edge is asked before and after the purge. */
    boolean verifies() {
        return verify;
    }

    /** Whether what was purged is prefetched afterwards. */
    boolean thenPrefetch() {
        return thenPrefetch;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    boolean yes() {
        return yes;
    }

    /** Zone names, as given. */
    List<String> confirmed() {
        return confirm;
    }

    /** Why the purge is made; null if it was not said. */
    @Nullable String note() {
        return note;
    }

    /** How long to wait until EdgeOne is done; null not to wait. */
    @Nullable Duration patience() {
        return wait || verify ? Duration.ofSeconds(timeout) : null;
    }
}
