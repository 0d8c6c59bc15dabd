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
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.guard.Reach;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Command(name = "purge", description = "${bundle:help.purge}")
public final class PurgeCommand extends EdgeOneCommand {
    /** How long a dry run waits for EdgeOne's list of purges; a purge does not wait for it. */
    private static final Duration LOOK_UP = Duration.ofSeconds(2);

    @Option(names = "--zone", paramLabel = "Z", description = "${bundle:help.zone}")
    private @Nullable String zone;

    @Option(names = "--type", paramLabel = "T", description = "${bundle:help.purge.type}")
    private @Nullable String type;

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

    @Option(names = "--fit", description = "${bundle:help.purge.fit}")
    private boolean fit;

    @Mixin private IntakeOptions intake = new IntakeOptions();

    @Mixin private RecipeOptions recipe = new RecipeOptions();

    public PurgeCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        recipe.check();
        if (recipe.isGiven()) {
            checkRecipeAlone();
        } else {
            recipe.require(zone == null ? "--zone" : null, type == null ? "--type" : null);
            intake.check(purgeType());
            purgeMethod();
        }
        FollowCommand.timeout(timeout);
    }

    private void checkRecipeAlone() {
        boolean form =
                type != null
                        || method != null
                        || targetsFile != null
                        || !targets.isEmpty()
                        || !tagDomains.isEmpty()
                        || !intake.isPlain()
                        || intake.base() != null
                        || !intake.encoding().equals(StandardCharsets.UTF_8);
        if (form) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.recipe.alone");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Asked asked = recipe.isGiven() ? ofRecipe(workplace, output) : ofForm(workplace, output);
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        PurgeDraft draft = asked.draft();
        RecentLookup lookup =
                RecentLookup.start(engine.recent(), connection, draft.zone(), draft.type());
        Plan plan = engine.plan(draft, engine.facts(connection, draft.zone()));
        explain(plan, output);
        Map<String, Object> read = new LinkedHashMap<>(asked.read());
        lookup.tell(plan, dryRun ? LOOK_UP : Duration.ZERO, output)
                .ifPresent(recent -> read.put("recent", RecentLookup.json(recent)));
        if (dryRun || !plan.sendable()) {
            ClockText.tell(connection, output);
            return showPlan(plan, read, output);
        }
        return submit(workplace, connection, plan, read, output);
    }

    /** What is asked for, and how it was read. */
    record Asked(PurgeDraft draft, Map<String, Object> read) {}

    private Asked ofRecipe(Workplace workplace, Output output) throws Exception {
        RecipeOptions.Chosen chosen = recipe.read(workplace);
        intake.check(chosen.recipe().type());
        Zone of =
                zone == null
                        ? RecipeOptions.zone(chosen.recipe(), workplace, output)
                        : ZoneChoice.choose(
                                workplace.engine(), workplace.connection(), zone, output);
        return new Asked(
                chosen.draft(of, skipProblems, intake.cleaning(), fit),
                Map.of("recipe", chosen.recipe().name()));
    }

    private Asked ofForm(Workplace workplace, Output output) throws Exception {
        Given given =
                new TargetInput(intake, context().in(), output)
                        .read(targetsFile, targets, purgeType());
        if (given != null && !intake.isPlain()) {
            IntakeReport.tell(given.findings(), output);
        }
        Zone chosen =
                ZoneChoice.choose(
                        workplace.engine(), workplace.connection(), String.valueOf(zone), output);
        PurgeDraft draft =
                new PurgeDraft(
                        chosen,
                        purgeType(),
                        purgeMethod(),
                        given == null ? null : given.lines(),
                        tagDomains,
                        skipProblems,
                        intake.cleaning(),
                        fit);
        return new Asked(
                draft,
                given == null
                        ? Map.of()
                        : Map.of("intake", IntakeReport.json(given.findings(), output.messages())));
    }

    private int submit(
            Workplace workplace,
            Connection connection,
            Plan plan,
            Map<String, Object> read,
            Output output)
            throws RefusedSubmitException, IOException, InterruptedException {
        Consent consent = consent(workplace, connection, plan, output);
        ProgressPrinter progress = new ProgressPrinter(output, isTerminal());
        try (RunningJob running = new RunningJob()) {
            RunControl control = running.control();
            RunResult result =
                    workplace.engine().submit(connection, plan, consent, progress, control);
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

    /** What the options confirm, or whoever sits at the terminal where they do not. */
    private Consent consent(Workplace workplace, Connection connection, Plan plan, Output output)
            throws RefusedSubmitException, IOException, InterruptedException {
        Optional<Terminal> terminal =
                yes || !Reach.of(plan).isFar() ? Optional.empty() : SystemTerminal.of(output.err());
        if (terminal.isEmpty()
                || workplace.engine().consentNeeded(connection, plan) == ConsentNeeded.IMPOSSIBLE) {
            return new Consent(yes, confirm);
        }
        int seconds = workplace.settings().load().settings().countdownSeconds();
        return new TerminalGuard(terminal.get(), output)
                .ask(plan, connection.account(), confirm, seconds);
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
            PlanText.print(plan, output);
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
        String wanted = String.valueOf(type);
        return PurgeType.ofWireName(wanted)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.type", wanted));
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
