package edgeone.purge.cli.probe;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.input.TargetInput;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.ProbePace;
import edgeone.purge.probe.Prober;
import edgeone.purge.probe.Sample;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Asks the edge for targets. Needs no key. */
@Command(name = "probe", description = "${bundle:help.probe}")
public final class ProbeCommand extends EdgeOneCommand {
    private static final int MOST_TIMES = 1_000;

    @Option(
            names = "--targets-file",
            paramLabel = "F",
            description = "${bundle:help.probe.targets-file}")
    private @Nullable String targetsFile;

    @Option(names = "--target", paramLabel = "X", description = "${bundle:help.probe.target}")
    private List<String> targets = List.of();

    @Option(names = "--times", paramLabel = "N", description = "${bundle:help.probe.times}")
    private int times = 1;

    @Option(names = "--full", description = "${bundle:help.probe.full}")
    private boolean full;

    @Mixin private EdgeOptions edges = new EdgeOptions();

    public ProbeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        edges.check();
        if (times < 1 || times > MOST_TIMES) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.times", MOST_TIMES);
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        List<String> lines =
                TargetInput.lines(targetsFile, targets, context().in(), output).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
        if (lines.isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "probe.nothing");
        }
        EdgeAccess access = workplace.edge();
        List<EdgeAddress> asked = edges.edges().isEmpty() ? access.edges() : edges.edges();
        boolean allowPrivate = edges.allowPrivate() || access.onThisMachine();
        Asker asker = access.askers().asker(new Asker.Manner(full, allowPrivate));
        ProbeQuestions questions =
                new ProbeQuestions(lines.size(), lines::get, picked(lines, output), asked, times);
        Count count = new Count();
        try (RunningJob running = new RunningJob()) {
            ask(new Prober(asker, ProbePace.STANDARD), questions, count, running, output);
        }
        return count.exit();
    }

    private IntPredicate picked(List<String> lines, Output output) {
        Integer wanted = edges.sample();
        if (wanted == null || wanted >= lines.size()) {
            return _ -> true;
        }
        output.note("probe.sampled", wanted, lines.size(), Long.toString(edges.seed()));
        return Sample.of(lines.size(), wanted, edges.seed());
    }

    private static void ask(
            Prober prober, ProbeQuestions questions, Count count, RunningJob running, Output output)
            throws InterruptedException {
        if (output.isJson()) {
            ProbeJson json = new ProbeJson(output.messages());
            try (JsonRows rows = new JsonRows(output, "probes")) {
                prober.ask(
                        questions,
                        count.andThen(probe -> rows.add(json.of(probe))),
                        running.control()::isStopped);
            }
        } else {
            ProbeText text = new ProbeText(output.messages());
            prober.ask(
                    questions,
                    count.andThen(probe -> output.line(text.line(probe))),
                    running.control()::isStopped);
        }
    }

    /** How many were asked, and of how many nothing was heard. */
    private static final class Count implements Consumer<Probe> {
        private long asked;
        private long failed;

        @Override
        public void accept(Probe probe) {
            asked++;
            if (probe.failure() != null) {
                failed++;
            }
        }

        int exit() {
            if (failed == 0) {
                return ExitCodes.OK;
            }
            return failed == asked ? ExitCodes.ALL_FAILED : ExitCodes.SOME_FAILED;
        }
    }
}
