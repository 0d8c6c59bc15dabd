package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProblemText;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunReport.Ended;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.RecordedJob;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.zones.SplitDraft;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.engine.zones.SplitPlanner;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Rewrite;
import edgeone.purge.targets.TargetList.RewriteKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A purge of targets in whatever zones they belong to: one job a zone, all of them or none. */
final class SplitPurge {
    private static final List<String> COLUMNS =
            List.of(
                    "column.zone",
                    "column.zone-id",
                    "column.alias",
                    "column.lines",
                    "column.targets",
                    "column.requests");

    private final Workplace workplace;
    private final Map<String, Object> read;
    private final boolean asksForTwins;
    private final Output output;
    private final Messages messages;

    /**
     * @param read what the JSON says of how the targets were read
     */
    SplitPurge(Workplace workplace, Map<String, Object> read, boolean asksForTwins, Output output) {
        this.workplace = workplace;
        this.read = read;
        this.asksForTwins = asksForTwins;
        this.output = output;
        messages = output.messages();
    }

    /** Reads the zones and plans; tells problems, rewrites and warnings on standard error. */
    SplitPlan plan(SplitDraft draft) throws Exception {
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        SplitPlanner planner = new SplitPlanner(engine);
        List<Zone> zones = engine.zones(connection);
        SplitPlan plan = planner.plan(draft, planner.read(connection, draft, zones));
        ProblemText text = new ProblemText(messages);
        for (Problem problem : plan.problems()) {
            output.note("cli.line", problem.line(), problem.excerpt(), new Shown(text.of(problem)));
        }
        for (Rewrite rewrite : plan.divided()) {
            output.note(
                    "cli.rewritten",
                    rewrite.line(),
                    rewrite.before(),
                    rewrite.after(),
                    text.of(RewriteKind.SPLIT));
        }
        for (Plan each : plan.plans()) {
            if (!each.warnings().isEmpty() || !each.sendable()) {
                output.note("cli.split.zone", each.zone().label(), each.zone().zoneId());
            }
            PurgeCommand.explain(each, output);
        }
        refusals(plan).forEach(output::noteLine);
        return plan;
    }

    /** Shows the split instead of sending it. */
    int show(SplitPlan plan) throws Exception {
        ClockText.tell(workplace.connection(), output);
        if (output.isJson()) {
            Fields document =
                    new Fields()
                            .put("plans", plan.plans().stream().map(this::json).toList())
                            .put("problems", JobJson.problems(plan.problems(), messages))
                            .put("rewrites", JobJson.rewrites(plan.divided()));
            Map<String, Object> shown = new LinkedHashMap<>(document.map());
            shown.putAll(read);
            if (!plan.sendable()) {
                shown.put("error", Map.of("code", "Refused.Plan", "message", allRefusals(plan)));
            }
            output.json(shown);
        } else if (!plan.plans().isEmpty()) {
            output.table(COLUMNS, rows(plan));
        }
        return plan.sendable() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    /**
     * Records all jobs, then sends one after the other.
     *
     * @param confirmed zone names
     * @param timeout how long to wait until EdgeOne is done with all of them; null not to wait
     */
    int submit(SplitPlan plan, boolean yes, List<String> confirmed, @Nullable Duration timeout)
            throws Exception {
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        checkNames(plan, connection, confirmed);
        output.noteTable(COLUMNS, rows(plan));
        List<RecordedJob> jobs =
                engine.record(
                        connection,
                        plan.plans().stream()
                                .map(each -> new ConfirmedPlan(each, consent(each, yes, confirmed)))
                                .toList());
        ProgressPrinter progress = new ProgressPrinter(output, PurgeCommand.isTerminal());
        try (RunningJob running = new RunningJob()) {
            RunControl control = running.control();
            List<Ended> ended = new ArrayList<>();
            long start = System.nanoTime();
            for (RunResult sent : engine.sendAll(connection, jobs, progress, control)) {
                RunResult result = sent;
                if (timeout != null && !control.isStopped()) {
                    Duration left = timeout.minusNanos(System.nanoTime() - start);
                    result =
                            FollowCommand.follow(
                                    workplace,
                                    connection,
                                    sent,
                                    left.isNegative() ? Duration.ZERO : left,
                                    progress,
                                    control);
                }
                ended.add(new Ended(result, ExitCodes.of(result, timeout != null)));
            }
            progress.end();
            Map<String, Object> more = new LinkedHashMap<>(read);
            if (plan.refused() > 0) {
                more.put("problems", JobJson.problems(plan.problems(), messages));
            }
            return RunReport.printAll(workplace, output, ended, more);
        }
    }

    private static Consent consent(Plan plan, boolean yes, List<String> confirmed) {
        String name = plan.zone().label();
        return new Consent(
                yes, confirmed.stream().map(String::strip).anyMatch(name::equals) ? name : null);
    }

    /** A name of a zone that is not purged says that something else was meant. */
    private void checkNames(SplitPlan plan, Connection connection, List<String> confirmed)
            throws RefusedSubmitException {
        Set<String> needed = new TreeSet<>();
        for (Plan each : plan.plans()) {
            if (workplace.engine().consentNeeded(connection, each) == ConsentNeeded.TYPED_ZONE) {
                needed.add(each.zone().label());
            }
        }
        List<String> given = confirmed.stream().map(String::strip).toList();
        Set<String> zones =
                plan.plans().stream().map(p -> p.zone().label()).collect(Collectors.toSet());
        if (!zones.containsAll(given)) {
            throw new RefusedSubmitException(RefusedSubmitException.Kind.ZONE_MISTYPED, List.of());
        }
        if (!given.containsAll(needed)) {
            output.note("cli.split.confirm", String.join(", ", needed));
            throw new RefusedSubmitException(RefusedSubmitException.Kind.ZONE_NOT_TYPED, List.of());
        }
    }

    private Map<String, Object> json(Plan plan) {
        Zone zone = plan.zone();
        Map<String, Object> shown =
                new Fields()
                        .put("zone", zone.zoneId())
                        .put("zoneName", zone.zoneName().isEmpty() ? null : zone.zoneName())
                        .put("alias", zone.alias().isEmpty() ? null : zone.alias())
                        .map();
        shown.putAll(JobJson.plan(plan, messages));
        if (asksForTwins) {
            shown.put("twins", plan.list().twins());
        }
        return shown;
    }

    private static List<List<String>> rows(SplitPlan plan) {
        return plan.plans().stream()
                .map(
                        each ->
                                List.of(
                                        each.zone().label(),
                                        each.zone().zoneId(),
                                        each.zone().alias(),
                                        String.valueOf(each.list().lines()),
                                        String.valueOf(each.targets()),
                                        String.valueOf(each.batches().size())))
                .toList();
    }

    private String allRefusals(SplitPlan plan) {
        List<String> texts = new ArrayList<>(refusals(plan));
        for (Plan each : plan.plans()) {
            if (!each.sendable()) {
                texts.add(each.zone().label() + ": " + PurgeCommand.refusals(each, messages));
            }
        }
        return String.join(" ", texts);
    }

    /** Why none of the zones is purged, beside what is wrong with the plan of one. */
    private List<String> refusals(SplitPlan plan) {
        ProblemText text = new ProblemText(messages);
        List<String> refusals = new ArrayList<>();
        if (plan.refused() > 0 && !plan.skipProblems()) {
            refusals.add(text.of(new Refusal.Problems(plan.refused())));
        }
        if (plan.plans().isEmpty() && (plan.refused() == 0 || plan.skipProblems())) {
            refusals.add(text.of(new Refusal.NoTargets()));
        }
        return refusals;
    }
}
