package edgeone.purge.cli.purge.origin;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.probe.EdgeOptions;
import edgeone.purge.engine.run.Pauses;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.probe.ProbePace;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.Sample;
import edgeone.purge.probe.origin.OriginCheck;
import edgeone.purge.probe.origin.OriginPlace;
import edgeone.purge.probe.origin.Round;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Lets purges through once the origin has other bytes than the edge, or as was chosen. */
final class OriginGate implements Gate {
    private static final int ROUNDS = 30;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final EdgeAccess access;
    private final EdgeOptions edges;
    private final OriginPlace place;
    private final OldBytes old;
    private final Duration patience;
    private final Output output;

    OriginGate(
            EdgeAccess access,
            EdgeOptions edges,
            OriginPlace place,
            OldBytes old,
            Duration patience,
            Output output) {
        this.access = access;
        this.edges = edges;
        this.place = place;
        this.old = old;
        this.patience = patience;
        this.output = output;
    }

    @Override
    public boolean lets(List<String> targets, RunControl control) throws InterruptedException {
        OriginText text = new OriginText(output);
        List<String> picked = picked(targets);
        output.note("probe.origin.asking", picked.size(), place.toString());
        OriginCheck check = check();
        Round round = check.first(picked, control::isStopped);
        if (old == OldBytes.WAIT) {
            round = wait(check, round, text, control);
        }
        if (control.isStopped()) {
            text.interrupted();
            return false;
        }
        text.round(round);
        if (round.isNew()) {
            return true;
        }
        if (old == OldBytes.SEND) {
            text.open(round);
            output.note("probe.origin.anyway");
            return true;
        }
        text.refuse(round, old == OldBytes.WAIT ? patience : Duration.ZERO);
        return false;
    }

    private Round wait(OriginCheck check, Round first, OriginText text, RunControl control)
            throws InterruptedException {
        Round round = first;
        long end = System.nanoTime() + patience.toNanos();
        Duration left = patience;
        while (!round.isNew() && !control.isStopped() && left.isPositive()) {
            Duration pause = least(left, pause());
            text.round(round);
            output.note("probe.origin.again", pause.toSeconds(), left.toSeconds());
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

    private OriginCheck check() {
        boolean allowPrivate = edges.allowPrivate() || access.onThisMachine();
        Asker asker = access.askers().asker(new Asker.Manner(true, allowPrivate));
        return new OriginCheck(
                new Prober(asker, ProbePace.STANDARD),
                place,
                edges.edges().isEmpty() ? access.edges() : edges.edges());
    }

    private List<String> picked(List<String> targets) {
        Integer wanted = edges.sample();
        if (wanted == null || wanted >= targets.size()) {
            return targets;
        }
        output.note("probe.sampled", wanted, targets.size(), Long.toString(edges.seed()));
        Sample sample = Sample.of(targets.size(), wanted, edges.seed());
        return IntStream.range(0, targets.size()).filter(sample).mapToObj(targets::get).toList();
    }
}
