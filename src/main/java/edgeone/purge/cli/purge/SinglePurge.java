package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.guard.Confirming;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.cli.purge.job.FollowCommand;
import edgeone.purge.cli.purge.origin.Gate;
import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.NextPrefetch;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList.Target;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A purge in one zone. */
final class SinglePurge {
    private final Workplace workplace;
    private final SendOptions send;
    private final Gate gate;
    private final boolean asksForTwins;
    private final Output output;

    SinglePurge(
            Workplace workplace, SendOptions send, Gate gate, boolean asksForTwins, Output output) {
        this.workplace = workplace;
        this.send = send;
        this.gate = gate;
        this.asksForTwins = asksForTwins;
        this.output = output;
    }

    /** Plans and, unless only the plan is wanted, sends. */
    int run(Wanted wanted, Zone zone) throws Exception {
        PurgeEngine engine = workplace.engine();
        Connection connection = workplace.connection();
        RecentLookup lookup =
                RecentLookup.in(zone, engine.recent(), connection, wanted.type(), send.isDryRun());
        ZoneFacts facts = engine.facts(connection, zone);
        Plan plan = engine.plan(wanted.in(zone), facts);
        PlanText.explain(plan, output);
        Map<String, Object> read = new LinkedHashMap<>(wanted.read());
        Lately lately = lookup.find(List.of(plan)).getFirst();
        LatelyText.tell(lately, output);
        read.putAll(LatelyText.json(lately));
        if (send.isDryRun() || !plan.sendable()) {
            ClockText.tell(connection, output);
            return show(plan, steps(plan, facts), read);
        }
        return submit(connection, plan, wanted.recipe(), read);
    }

    private int submit(
            Connection connection, Plan plan, @Nullable String recipe, Map<String, Object> read)
            throws Exception {
        Consent consent =
                Confirming.at(workplace, output, send.yes(), send.confirmed())
                        .of(plan)
                        .withNote(send.note())
                        .withRecipe(recipe);
        ProgressPrinter progress = new ProgressPrinter(output, SystemTerminal.isThere());
        try (RunningJob running = new RunningJob()) {
            RunControl control = running.control();
            if (!gate.lets(plan.list().targets().stream().map(Target::text).toList(), control)) {
                return ExitCodes.REFUSED;
            }
            ConfirmedPlan confirmed =
                    new ConfirmedPlan(plan, consent)
                            .withVerify(send.verify(connection))
                            .withThenPrefetch(send.thenPrefetch());
            RunResult result = workplace.engine().submit(connection, confirmed, progress, control);
            Duration patience = send.patience();
            if (patience != null && !control.isStopped()) {
                result =
                        FollowCommand.follow(
                                workplace, connection, result, patience, progress, control);
            }
            progress.end();
            return RunReport.print(
                    workplace, output, result, ExitCodes.of(result, patience != null), read);
        }
    }

    private PlannedSteps steps(Plan plan, ZoneFacts facts) {
        return new PlannedSteps(
                gate.order(),
                send.verifies(),
                send.thenPrefetch(),
                send.thenPrefetch() ? NextPrefetch.of(plan, facts.quotas()) : null);
    }

    int show(Plan plan, PlannedSteps steps, Map<String, Object> read) {
        Messages messages = output.messages();
        if (output.isJson()) {
            Map<String, Object> shown = new LinkedHashMap<>(JobJson.plan(plan, messages));
            if (asksForTwins) {
                shown.put("twins", plan.list().twins());
            }
            shown.putAll(steps.json());
            shown.putAll(read);
            Fields document = new Fields().put("plan", shown);
            if (!plan.sendable()) {
                document.put(
                        "error",
                        Map.of(
                                "code",
                                "Refused.Plan",
                                "message",
                                PlanText.refusals(plan, messages)));
            }
            output.json(document.map());
        } else if (plan.sendable()) {
            PlanText.print(plan, output);
            steps.print(output);
        }
        return plan.sendable() ? ExitCodes.OK : ExitCodes.REFUSED;
    }
}
