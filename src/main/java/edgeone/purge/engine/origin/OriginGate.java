package edgeone.purge.engine.origin;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Pauses;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.verify.Probing;
import edgeone.purge.engine.verify.VerifyOrders;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.origin.OriginCheck;
import edgeone.purge.probe.origin.Round;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets a purge through once the origin has other bytes than the edge, or as was chosen. */
public final class OriginGate {
    private static final int ROUNDS = 30;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final OriginCheck check;
    private final OldBytes old;
    private final Duration patience;

    public OriginGate(OriginCheck check, OldBytes old, Duration patience) {
        this.check = check;
        this.old = old;
        this.patience = patience;
    }

    /** At the edges that an account's purges are verified at. */
    public static OriginGate of(Probing probing, Connection connection, OriginOrder order) {
        VerifyOrder edges = VerifyOrders.of(connection);
        Asker asker = probing.askers().asker(new Asker.Manner(true, edges.allowPrivate()));
        return new OriginGate(
                new OriginCheck(
                        new Prober(asker, probing.pace()),
                        order.place(),
                        edges.edges().stream()
                                .map(EdgeAddress::of)
                                .flatMap(Optional::stream)
                                .toList()),
                order.old(),
                order.patience());
    }

    /** Hears of rounds after which the origin is asked again. */
    @FunctionalInterface
    public interface Waiting {
        /**
         * Not all is new yet.
         *
         * @param pause until it is asked again
         * @param left how long it is waited for at most
         */
        void on(Round round, Duration pause, Duration left);
    }

    /** Asks for the targets, again and again if that was chosen. */
    public OriginResult ask(List<String> targets, RunControl control, Waiting waiting)
            throws InterruptedException {
        Round round = check.first(targets, control::isStopped);
        if (old == OldBytes.WAIT) {
            round = wait(round, control, waiting);
        }
        Duration waited = old == OldBytes.WAIT ? patience : Duration.ZERO;
        return new OriginResult(round, end(round, control), waited);
    }

    private OriginResult.End end(Round round, RunControl control) {
        if (control.isStopped()) {
            return OriginResult.End.STOPPED;
        }
        if (round.isNew()) {
            return OriginResult.End.NEW;
        }
        return old == OldBytes.SEND ? OriginResult.End.ANYWAY : OriginResult.End.OLD;
    }

    private Round wait(Round first, RunControl control, Waiting waiting)
            throws InterruptedException {
        Round round = first;
        long end = System.nanoTime() + patience.toNanos();
        Duration left = patience;
        while (!round.isNew() && !control.isStopped() && left.isPositive()) {
            Duration pause = least(left, pause());
            waiting.on(round, pause, left);
            Pauses.REAL.pause(pause, control);
            if (!control.isStopped()) {
                round = check.again(round, control::isStopped);
            }
            left = Duration.ofNanos(end - System.nanoTime());
        }
        return round;
    }

    private Duration pause() {
        Duration share = patience.dividedBy(ROUNDS);
        Duration pause = least(share, LONGEST_PAUSE);
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
