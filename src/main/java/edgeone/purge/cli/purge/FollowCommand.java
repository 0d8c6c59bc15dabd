package edgeone.purge.cli.purge;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;

@Command(name = "follow", description = "${bundle:help.follow}")
public final class FollowCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    public FollowCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        timeout(timeout);
    }

    static void timeout(long seconds) {
        if (seconds < 0 || seconds > 7 * 86_400) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.timeout");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        if (workplace.history().job(job).isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "engine.refused.NO_SUCH_JOB");
        }
        ProgressPrinter progress = new ProgressPrinter(output, PurgeCommand.isTerminal());
        try (RunningJob running = new RunningJob()) {
            RunResult result =
                    workplace
                            .engine()
                            .follow(
                                    workplace.connection(),
                                    job,
                                    Duration.ofSeconds(timeout),
                                    progress,
                                    running.control());
            progress.end();
            return RunReport.print(workplace, output, result, ExitCodes.ofFollowing(result));
        }
    }

    /**
     * Follows a job that was just submitted; trouble of the submission is kept where following had
     * none.
     */
    static RunResult follow(
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
