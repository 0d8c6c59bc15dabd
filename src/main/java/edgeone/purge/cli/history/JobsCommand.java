package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.History;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Whose;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Command(name = "jobs", description = "${bundle:help.jobs}")
public final class JobsCommand extends EdgeOneCommand {
    @Option(names = "--state", paramLabel = "S", description = "${bundle:help.jobs.state}")
    private @Nullable String state;

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:help.jobs.limit}")
    private int limit = 1_000;

    public JobsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        states();
        if (limit < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.limit");
        }
    }

    private List<JobState> states() {
        String wanted = state;
        if (wanted == null) {
            return List.of();
        }
        return List.of(
                JobState.ofLabel(wanted)
                        .orElseThrow(
                                () ->
                                        new CommandFailure(
                                                ExitCodes.REFUSED,
                                                "cli.state",
                                                wanted,
                                                Arrays.stream(JobState.values())
                                                        .map(JobState::label)
                                                        .collect(Collectors.joining(", ")))));
    }

    /** Finds an account by its current name, and by the one it had when it submitted. */
    private Whose whose() {
        String account = options().account();
        return account == null ? Whose.EVERYBODY : new Whose.Named(account);
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        List<JobSummary> jobs =
                workplace.history().jobs(new History.Filter("", states(), null, whose(), limit));
        if (output.isJson()) {
            output.json(Map.of("jobs", jobs.stream().map(JobJson::job).toList()));
        } else {
            output.table(
                    List.of(
                            "column.job",
                            "column.created",
                            "column.account",
                            "column.zone",
                            "column.type",
                            "column.state",
                            "column.targets",
                            "column.failed"),
                    jobs.stream().map(JobsCommand::row).toList());
        }
        return ExitCodes.OK;
    }

    private static List<String> row(JobSummary summary) {
        return List.of(
                summary.job().id(),
                summary.job().createdAt().toString(),
                summary.job().account(),
                summary.job().zoneName().isEmpty()
                        ? summary.job().zoneId()
                        : summary.job().zoneName(),
                summary.job().type().wireName(),
                summary.state().label(),
                String.valueOf(summary.targets().total()),
                String.valueOf(summary.targets().notPurged()));
    }
}
