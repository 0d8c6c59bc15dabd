package edgeone.purge.cli.purge.job;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;

@Command(name = "retry", description = "${bundle:help.retry}")
public final class RetryCommand extends JobCommand {
    @Option(names = "--confirm", paramLabel = "ZONENAME", description = "${bundle:help.confirm}")
    private @Nullable String confirm;

    @Option(names = "--note", paramLabel = "TEXT", description = "${bundle:help.retry.note}")
    private @Nullable String note;

    @Option(names = "--wait", description = "${bundle:help.wait}")
    private boolean wait;

    public RetryCommand(CommandContext context) {
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
        Connection connection = workplace.connection();
        RunResult submitted =
                workplace
                        .engine()
                        .retry(
                                connection,
                                job,
                                new Consent(false, confirm, note),
                                progress,
                                control);
        return wait && !control.isStopped()
                ? FollowCommand.follow(workplace, connection, submitted, timeout, progress, control)
                : submitted;
    }

    @Override
    int exitCode(RunResult result) {
        return ExitCodes.of(result, wait);
    }
}
