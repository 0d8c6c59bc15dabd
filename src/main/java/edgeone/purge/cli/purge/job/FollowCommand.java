package edgeone.purge.cli.purge.job;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;

import picocli.CommandLine.Command;

import java.time.Duration;

@Command(name = "follow", description = "${bundle:help.follow}")
public final class FollowCommand extends JobCommand {
    public FollowCommand(CommandContext context) {
        super(context);
    }

    @Override
    RunResult run(
            Workplace workplace,
            String job,
            Duration timeout,
            Progress progress,
            RunControl control)
            throws Exception {
        return workplace.engine().follow(workplace.connection(), job, timeout, progress, control);
    }

    @Override
    int exitCode(RunResult result) {
        return ExitCodes.ofFollowing(result);
    }

    public static void timeout(long seconds) {
        if (seconds < 0 || seconds > 7 * 86_400) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.timeout");
        }
    }

    /**
     * Follows a job that was just submitted; keeps the submission's trouble if following had none.
     */
    public static RunResult follow(
            Workplace workplace,
            Connection connection,
            RunResult submitted,
            Duration timeout,
            Progress progress,
            RunControl control)
            throws RefusedSubmitException, InterruptedException {
        RunResult followed =
                workplace
                        .engine()
                        .follow(
                                connection,
                                submitted.summary().job().id(),
                                timeout,
                                progress,
                                control);
        RunResult whole =
                followed.lastTrouble() != null || followed.summary().targets().accepted() > 0
                        ? followed
                        : new RunResult(
                                followed.summary(),
                                followed.batches(),
                                submitted.lastTrouble(),
                                followed.timedOut(),
                                followed.waits(),
                                false);
        return whole.after(submitted);
    }
}
