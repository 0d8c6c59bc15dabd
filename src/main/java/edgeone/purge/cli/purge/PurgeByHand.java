package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.guard.Confirming;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.cli.purge.job.FollowCommand;
import edgeone.purge.cli.purge.origin.Gate;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.byhand.HandPurge;
import edgeone.purge.engine.byhand.Hearing;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/** One CreatePurgeTask made by hand: a job of one request. */
public final class PurgeByHand {
    private final Workplace workplace;
    private final SendOptions send;
    private final Output output;

    public PurgeByHand(Workplace workplace, SendOptions send, Output output) {
        this.workplace = workplace;
        this.send = send;
        this.output = output;
    }

    /**
     * How it went.
     *
     * @param job its ID; null if nothing was sent
     * @param reply what came back; null if nothing did
     */
    public record Ended(int exit, @Nullable String job, @Nullable String reply) {}

    /**
     * Plans and, unless only the plan is wanted or it cannot be sent, sends.
     *
     * @throws CommandFailure the zone is unknown, or one request does not hold it
     */
    public Ended run(HandPurge purge) throws Exception {
        Connection connection = workplace.connection();
        Zone zone = ZoneChoice.choose(workplace.engine(), connection, purge.zoneId(), output);
        if (!zone.zoneId().equals(purge.zoneId())) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.call.zone-id", zone.zoneId());
        }
        Plan plan = workplace.byHand().plan(connection, purge, zone);
        PlanText.explain(plan, output);
        if (plan.batches().size() > 1) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.call.too-many");
        }
        if (send.isDryRun() || !plan.sendable()) {
            ClockText.tell(connection, output);
            int exit =
                    new SinglePurge(workplace, send, Gate.OPEN, false, output)
                            .show(plan, PlannedSteps.NONE, Map.of());
            return new Ended(exit, null, null);
        }
        return submit(connection, plan);
    }

    private Ended submit(Connection connection, Plan plan) throws Exception {
        Consent consent =
                Confirming.at(workplace, output, send.yes(), send.confirmed())
                        .of(plan)
                        .withNote(send.note());
        Hearing hearing = workplace.byHand().hearing();
        ProgressPrinter progress = new ProgressPrinter(output, SystemTerminal.isThere());
        try (RunningJob running = new RunningJob()) {
            RunControl control = running.control();
            RunResult result =
                    workplace
                            .engine()
                            .submit(connection.heard(hearing), plan, consent, progress, control);
            Duration patience = send.patience();
            if (patience != null && !control.isStopped()) {
                result =
                        FollowCommand.follow(
                                workplace, connection, result, patience, progress, control);
            }
            progress.end();
            int exit = ExitCodes.of(result, patience != null);
            RunReport.advise(output, result, exit);
            return new Ended(exit, result.summary().job().id(), hearing.text());
        }
    }
}
