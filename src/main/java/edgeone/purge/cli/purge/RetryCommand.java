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
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RunResult;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;

@Command(name = "retry", description = "${bundle:help.retry}")
public final class RetryCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    @Option(names = "--confirm", paramLabel = "ZONENAME", description = "${bundle:help.confirm}")
    private @Nullable String confirm;

    @Option(names = "--wait", description = "${bundle:help.wait}")
    private boolean wait;

    @Option(names = "--timeout", paramLabel = "S", description = "${bundle:help.timeout}")
    private long timeout = 1_800;

    public RetryCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        FollowCommand.timeout(timeout);
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
                            .retry(
                                    workplace.connection(),
                                    job,
                                    new Consent(false, confirm),
                                    progress,
                                    running.control());
            if (wait && !running.control().isStopped()) {
                result =
                        FollowCommand.follow(
                                workplace,
                                workplace.connection(),
                                result,
                                Duration.ofSeconds(timeout),
                                progress,
                                running.control());
            }
            progress.end();
            return RunReport.print(workplace, output, result, ExitCodes.of(result, wait));
        }
    }
}
