package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProblemText;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.TargetInput.Given;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.Console;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Command(name = "purge", description = "${bundle:help.purge}")
public final class PurgeCommand extends EdgeOneCommand {
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
            description = "${bundle:help.purge.type}")
    private String type = "";

    @Option(names = "--method", paramLabel = "M", description = "${bundle:help.purge.method}")
    private @Nullable String method;

    @Option(
            names = "--targets-file",
            paramLabel = "F",
            description = "${bundle:help.purge.targets-file}")
    private @Nullable String targetsFile;

    @Option(names = "--target", paramLabel = "X", description = "${bundle:help.purge.target}")
    private List<String> targets = List.of();

    @Option(
            names = "--tag-domain",
            paramLabel = "H",
            description = "${bundle:help.purge.tag-domain}")
    private List<String> tagDomains = List.of();

    @Option(names = "--dry-run", description = "${bundle:help.purge.dry-run}")
    private boolean dryRun;

    @Option(names = "--wait", description = "${bundle:help.wait}")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    @Option(names = "--yes", description = "${bundle:help.purge.yes}")
    private boolean yes;

    @Option(names = "--confirm", paramLabel = "ZONENAME", description = "${bundle:help.confirm}")
    private @Nullable String confirm;

    @Option(names = "--skip-problems", description = "${bundle:help.purge.skip-problems}")
    private boolean skipProblems;

    @Option(names = "--note", paramLabel = "TEXT", description = "${bundle:help.purge.note}")
    private @Nullable String note;

    @Mixin private IntakeOptions intake = new IntakeOptions();

    public PurgeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        intake.check(purgeType());
        purgeMethod();
        FollowCommand.timeout(timeout);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Given given =
                new TargetInput(intake, context().in(), output)
                        .read(targetsFile, targets, purgeType());
        if (given != null && !intake.isPlain()) {
            IntakeReport.tell(given.findings(), output);
        }
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        Zone chosen = ZoneChoice.choose(engine, connection, zone, output);
        PurgeDraft draft =
                new PurgeDraft(
                        chosen,
                        purgeType(),
                        purgeMethod(),
                        given == null ? null : given.lines(),
                        tagDomains,
                        skipProblems,
                        intake.cleaning());
        Plan plan = engine.plan(draft, engine.facts(connection, chosen));
        explain(plan, output);
        Map<String, Object> read =
                given == null
                        ? Map.of()
                        : Map.of("intake", IntakeReport.json(given.findings(), output.messages()));
        if (dryRun || !plan.sendable()) {
            ClockText.tell(connection, output);
            return showPlan(plan, read, output);
        }
        return submit(workplace, connection, plan, read, output);
    }

    private int submit(
            Workplace workplace,
            Connection connection,
            Plan plan,
            Map<String, Object> read,
            Output output)
            throws RefusedSubmitException, InterruptedException {
        ProgressPrinter progress = new ProgressPrinter(output, isTerminal());
        try (RunningJob running = new RunningJob()) {
            RunControl control = running.control();
            RunResult result =
                    workplace
                            .engine()
                            .submit(
                                    connection,
                                    plan,
                                    new Consent(yes, confirm, note),
                                    progress,
                                    control);
            if (wait && !control.isStopped()) {
                result =
                        FollowCommand.follow(
                                workplace,
                                connection,
                                result,
                                Duration.ofSeconds(timeout),
                                progress,
                                control);
            }
            progress.end();
            return RunReport.print(workplace, output, result, ExitCodes.of(result, wait), read);
        }
    }

    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private int showPlan(Plan plan, Map<String, Object> read, Output output) {
        Messages messages = output.messages();
        if (output.isJson()) {
            Map<String, Object> shown = new LinkedHashMap<>(JobJson.plan(plan, messages));
            if (intake.asksForTwins()) {
                shown.put("twins", plan.list().twins());
            }
            shown.putAll(read);
            Fields document = new Fields().put("plan", shown);
            if (!plan.sendable()) {
                document.put(
                        "error",
                        Map.of("code", "Refused.Plan", "message", refusals(plan, messages)));
            }
            output.json(document.map());
        } else if (plan.sendable()) {
            Long left = plan.quotaLeft();
            output.text(
                    "cli.plan",
                    plan.targets(),
                    plan.list().duplicates(),
                    plan.batches().size(),
                    plan.duration().toMillis() / 1000.0,
                    left == null
                            ? messages.text("cli.plan.quota-unknown")
                            : messages.text("cli.plan.quota", left));
        }
        return plan.sendable() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    /** Problems, rewrites and warnings, on standard error. */
    private static void explain(Plan plan, Output output) {
        Messages messages = output.messages();
        ProblemText text = new ProblemText(messages);
        for (TargetList.Problem problem : plan.list().problems()) {
            output.note("cli.line", problem.line(), problem.excerpt(), new Shown(text.of(problem)));
        }
        for (TargetList.Rewrite rewrite : plan.list().rewrites()) {
            String why = rewrite.kinds().stream().map(text::of).collect(Collectors.joining(" "));
            output.note("cli.rewritten", rewrite.line(), rewrite.before(), rewrite.after(), why);
        }
        for (TargetList.Remark remark : plan.list().remarks()) {
            output.note("cli.line", remark.line(), remark.excerpt(), text.of(remark));
        }
        for (Plan.Warning warning : plan.warnings()) {
            output.note("engine.warning." + warning);
        }
        if (!plan.sendable()) {
            output.noteLine(refusals(plan, messages));
        }
    }

    private static String refusals(Plan plan, Messages messages) {
        ProblemText text = new ProblemText(messages);
        return plan.refusals().stream().map(text::of).collect(Collectors.joining(" "));
    }

    private PurgeType purgeType() {
        return PurgeType.ofWireName(type)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.type", type));
    }

    private @Nullable PurgeMethod purgeMethod() {
        String wanted = method;
        if (wanted == null) {
            return null;
        }
        return PurgeMethod.ofWireName(wanted)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.method", wanted));
    }
}
