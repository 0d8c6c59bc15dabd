package edgeone.purge.cli.purge.origin;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.probe.EdgeOptions;
import edgeone.purge.engine.origin.OriginGate;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.origin.OriginResult;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.probe.ProbePace;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.Sample;
import edgeone.purge.probe.origin.OriginCheck;

import java.util.List;
import java.util.stream.IntStream;

/** Asks the origin at the edges given, and says what came of it. */
final class AskedGate implements Gate {
    private final EdgeAccess access;
    private final EdgeOptions edges;
    private final OriginOrder order;
    private final Output output;

    AskedGate(EdgeAccess access, EdgeOptions edges, OriginOrder order, Output output) {
        this.access = access;
        this.edges = edges;
        this.order = order;
        this.output = output;
    }

    @Override
    public boolean lets(List<String> targets, RunControl control) throws InterruptedException {
        OriginText text = new OriginText(output);
        List<String> picked = picked(targets);
        output.note("probe.origin.asking", picked.size(), order.where());
        OriginResult result =
                new OriginGate(check(), order.old(), order.patience())
                        .ask(
                                picked,
                                control,
                                (round, pause, left) -> {
                                    text.round(round);
                                    output.note(
                                            "probe.origin.again",
                                            pause.toSeconds(),
                                            left.toSeconds());
                                });
        text.tell(result);
        return result.lets();
    }

    @Override
    public OriginOrder order() {
        return order;
    }

    private OriginCheck check() {
        boolean allowPrivate = edges.allowPrivate() || access.onThisMachine();
        Asker asker = access.askers().asker(new Asker.Manner(true, allowPrivate));
        return new OriginCheck(
                new Prober(asker, ProbePace.STANDARD),
                order.place(),
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
