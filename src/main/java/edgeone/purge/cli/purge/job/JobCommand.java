package edgeone.purge.cli.purge.job;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.ProgressPrinter;
import edgeone.purge.cli.kit.RunReport;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.guard.SystemTerminal;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;

/** A command that runs on one job of the history, with progress, and reports the result. */
abstract class JobCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    JobCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected final void check(Output output) {
        FollowCommand.timeout(timeout);
    }

    @Override
    protected final int run(Workplace workplace, Output output) throws Exception {
        if (workplace.history().job(job).isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "engine.refused.NO_SUCH_JOB");
        }
        ProgressPrinter progress = new ProgressPrinter(output, SystemTerminal.isThere());
        try (RunningJob running = new RunningJob()) {
            RunResult result =
                    run(workplace, job, Duration.ofSeconds(timeout), progress, running.control());
            progress.end();
            return RunReport.print(workplace, output, result, exitCode(result));
        }
    }

    /**
     * @param job an existing job
     * @param timeout the longest time to follow it
     */
    abstract RunResult run(
            Workplace workplace,
            String job,
            Duration timeout,
            Progress progress,
            RunControl control)
            throws Exception;

    abstract int exitCode(RunResult result);
}
