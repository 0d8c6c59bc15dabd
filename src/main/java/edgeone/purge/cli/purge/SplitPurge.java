package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunReport.Ended;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.guard.Confirming;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.cli.purge.job.FollowCommand;
import edgeone.purge.cli.purge.origin.Gate;
import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.RecordedJob;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.zones.SplitDraft;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.engine.zones.SplitPlanner;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList.Target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A purge of targets in whatever zones they belong to: one job a zone, all of them or none. */
final class SplitPurge {
    private final Workplace workplace;
    private final SendOptions send;
    private final Gate gate;
    private final boolean asksForTwins;
    private final Output output;

    SplitPurge(
            Workplace workplace, SendOptions send, Gate gate, boolean asksForTwins, Output output) {
        this.workplace = workplace;
        this.send = send;
        this.gate = gate;
        this.asksForTwins = asksForTwins;
        this.output = output;
    }

    /** Reads the zones, plans and, unless only the plan is wanted, sends. */
    int run(Wanted wanted) throws Exception {
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        SplitPlanner planner = new SplitPlanner(engine);
        List<Zone> zones = engine.zones(connection);
        SplitDraft draft = wanted.sorted();
        SplitPlan plan = planner.plan(draft, planner.read(connection, draft, zones));
        SplitText text =
                new SplitText(
                        plan,
                        RecentLookup.of(plan.plans(), engine.recent(), connection, send.isDryRun())
                                .find(plan.plans()),
                        output);
        text.explain();
        return send.isDryRun() || !plan.sendable()
                ? show(plan, text, wanted.read())
                : submit(connection, plan, text, wanted);
    }

    /** Shows the split instead of sending it. */
    private int show(SplitPlan plan, SplitText text, Map<String, Object> read) throws Exception {
        ClockText.tell(workplace.connection(), output);
        if (output.isJson()) {
            Fields document =
                    new Fields()
                            .put("plans", text.json(asksForTwins))
                            .put("problems", JobJson.problems(plan.problems(), output.messages()))
                            .put("rewrites", JobJson.rewrites(plan.divided()));
            Map<String, Object> shown = new LinkedHashMap<>(document.map());
            shown.putAll(steps().json());
            shown.putAll(read);
            if (!plan.sendable()) {
                shown.put("error", Map.of("code", "Refused.Plan", "message", text.allRefusals()));
            }
            output.json(shown);
        } else if (!plan.plans().isEmpty()) {
            text.print();
            steps().print(output);
        }
        return plan.sendable() ? ExitCodes.OK : ExitCodes.REFUSED;
    }

    private PlannedSteps steps() {
        return new PlannedSteps(gate.order(), send.verifies(), send.thenPrefetch(), null);
    }

    /** Records all jobs, then sends one after the other. */
    private int submit(Connection connection, SplitPlan plan, SplitText text, Wanted wanted)
            throws Exception {
        PurgeEngine engine = workplace.engine();
        text.note();
        List<ConfirmedPlan> confirmed =
                Confirming.at(workplace, output, send.yes(), send.confirmed())
                        .ofAll(plan.plans())
                        .stream()
                        .map(
                                each ->
                                        each.withNote(send.note())
                                                .withRecipe(wanted.recipe())
                                                .withVerify(send.verify(connection))
                                                .withThenPrefetch(send.thenPrefetch()))
                        .toList();
        ProgressPrinter progress = new ProgressPrinter(output, SystemTerminal.isThere());
        try (RunningJob running = new RunningJob()) {
            RunControl control = running.control();
            if (!gate.lets(targets(plan), control)) {
                return ExitCodes.REFUSED;
            }
            List<RecordedJob> jobs = engine.record(connection, confirmed);
            List<RunResult> sent = engine.sendAll(connection, jobs, progress, control);
            List<Ended> ended = ended(connection, sent, progress, control);
            progress.end();
            Map<String, Object> more = new LinkedHashMap<>(wanted.read());
            if (plan.refused() > 0) {
                more.put("problems", JobJson.problems(plan.problems(), output.messages()));
            }
            more.putAll(text.latelyJson());
            return RunReport.printAll(workplace, output, ended, more);
        }
    }

    private static List<String> targets(SplitPlan plan) {
        return plan.plans().stream()
                .flatMap(each -> each.list().targets().stream())
                .map(Target::text)
                .toList();
    }

    /** Waits, if that is wanted, until EdgeOne is done with all of them. */
    private List<Ended> ended(
            Connection connection,
            List<RunResult> sent,
            ProgressPrinter progress,
            RunControl control)
            throws Exception {
        Duration patience = send.patience();
        long start = System.nanoTime();
        List<Ended> ended = new ArrayList<>();
        for (RunResult each : sent) {
            RunResult result = each;
            if (patience != null && !control.isStopped()) {
                Duration left = patience.minusNanos(System.nanoTime() - start);
                result =
                        FollowCommand.follow(
                                workplace,
                                connection,
                                each,
                                left.isNegative() ? Duration.ZERO : left,
                                progress,
                                control);
            }
            ended.add(new Ended(result, ExitCodes.of(result, patience != null)));
        }
        return ended;
    }
}
