package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.input.TargetInput;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.text.ProblemText;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.Explanation;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.ProblemKind;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Step;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.targets.rules.Fix;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.Map;

@Command(name = "explain", description = "${bundle:help.explain}")
public final class ExplainCommand extends EdgeOneCommand {
    @Option(
            names = "--zone",
            required = true,
            paramLabel = "Z",
            description = "${bundle:help.zone}")
    private String zone = "";

    @Option(
            names = "--type",
            required = true,
            paramLabel = "T",
            description = "${bundle:help.explain.type}")
    private String type = "";

    @Option(
            names = "--targets-file",
            paramLabel = "F",
            description = "${bundle:help.explain.targets-file}")
    private @Nullable String targetsFile;

    @Option(names = "--fold", description = "${bundle:help.explain.fold}")
    private boolean folds;

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            description = "${bundle:help.explain.target}")
    private List<String> targets = List.of();

    public ExplainCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        if (folds && purgeType() != PurgeType.URL) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.explain.fold-urls");
        }
        if (targets.isEmpty() && targetsFile == null) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.explain.nothing");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        Zone chosen = ZoneChoice.choose(engine, connection, zone, output);
        List<String> list = TargetInput.lines(targetsFile, List.of(), context().in(), output);
        ZoneHosts hosts = engine.facts(connection, chosen).hosts();
        List<Explanation> explained =
                (targets.isEmpty() ? list : targets)
                        .stream()
                                .filter(line -> !line.isBlank())
                                .map(t -> TargetReader.explain(purgeType(), t, hosts))
                                .toList();
        FoldReport report =
                folds ? FoldReport.of(explained, list, hosts, workplace.history(), chosen) : null;
        if (output.isJson()) {
            Fields json =
                    new Fields()
                            .put(
                                    "targets",
                                    explained.stream()
                                            .map(e -> json(e, output.messages()))
                                            .toList());
            if (report != null) {
                report.into(json);
            }
            output.json(json.map());
        } else {
            explained.forEach(e -> text(e, output));
            if (report != null) {
                report.tell(output);
            }
        }
        return ExitCodes.OK;
    }

    private PurgeType purgeType() {
        return PurgeType.purgeOfWireName(type)
                .filter(t -> t != PurgeType.ALL)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.explain.type", type));
    }

    private static Map<String, Object> json(Explanation e, Messages messages) {
        ProblemText text = new ProblemText(messages);
        Problem problem = e.problem();
        return new Fields()
                .put("target", shown(e))
                .put("sent", e.sent())
                .put(
                        "rewrites",
                        e.steps().stream()
                                .map(
                                        s ->
                                                new Fields()
                                                        .put("kind", label(s.kind()))
                                                        .put("before", s.before())
                                                        .put("after", s.after())
                                                        .map())
                                .toList())
                .put(
                        "problem",
                        problem == null
                                ? null
                                : said(problem.kind(), text.of(problem), problem.fixes()))
                .put(
                        "remarks",
                        e.remarks().isEmpty()
                                ? null
                                : e.remarks().stream()
                                        .map(r -> said(r.kind(), text.of(r), r.fixes()))
                                        .toList())
                .put("twins", e.twins())
                .map();
    }

    private static Map<String, Object> said(Enum<?> kind, String text, List<Fix> fixes) {
        return new Fields()
                .put("kind", label(kind))
                .put("text", text)
                .put("fixes", fixes.stream().map(ProblemText::of).toList())
                .map();
    }

    private static void text(Explanation e, Output output) {
        ProblemText text = new ProblemText(output.messages());
        output.line(shown(e));
        @Nullable Problem problem = e.problem();
        if (problem != null) {
            output.text("cli.explain.problem", new Shown(text.of(problem)));
            problem.fixes().forEach(fix -> fix(fix, output));
        }
        for (Step step : e.steps()) {
            output.text("cli.explain.step", step.after(), text.of(step.kind()));
        }
        if (e.sent() != null) {
            output.text("cli.explain.sent", e.sent());
        }
        for (Remark remark : e.remarks()) {
            output.text("cli.explain.remark", text.of(remark));
            remark.fixes().forEach(fix -> fix(fix, output));
        }
        e.twins().forEach(twin -> output.text("cli.explain.twin", twin));
    }

    private static void fix(Fix fix, Output output) {
        output.text(
                "cli.explain.fix",
                output.messages().text(fix.kind().messageKey()),
                String.join(" ", fix.lines()));
    }

    /** Does not print a password in it. */
    private static String shown(Explanation e) {
        Problem problem = e.problem();
        return problem != null && problem.kind() == ProblemKind.USER_INFO
                ? problem.excerpt()
                : e.line();
    }

    private static String label(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
