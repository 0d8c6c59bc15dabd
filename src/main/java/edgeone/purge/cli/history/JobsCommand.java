package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.engine.History;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Command(name = "jobs", description = "${bundle:help.jobs}")
public final class JobsCommand extends EdgeOneCommand {
    @Mixin private JobFilterOptions which = new JobFilterOptions();

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:help.jobs.limit}")
    private int limit = 1_000;

    @Option(names = "--offset", paramLabel = "N", description = "${bundle:help.jobs.offset}")
    private int offset;

    public JobsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        which.filter(options().account());
        if (limit < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.limit");
        }
        if (offset < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.offset");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        JobFilter filter = which.filter(options().account());
        List<JobSummary> jobs =
                workplace.history().jobs(filter, JobOrder.NEWEST_FIRST, offset, limit);
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "jobs",
                            jobs.stream().map(j -> json(workplace.history(), j)).toList(),
                            "total",
                            total(workplace.history().counts(filter), filter.states())));
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

    private static Map<String, Object> json(History history, JobSummary job) {
        Map<String, Object> members =
                JobJson.job(
                        job,
                        job.targets().pending() == 0
                                ? null
                                : history.waiting(job.job().id()).orElse(null));
        Map<String, Object> more = new LinkedHashMap<>(members);
        history.followUp(job.job().id())
                .map(FollowUp::next)
                .ifPresent(next -> more.put("next", next));
        List<Map<String, Object>> steps =
                JobJson.steps(history.steps(job.job().id(), job.ownedElsewhere()));
        if (steps != null) {
            more.put("steps", steps);
        }
        return more;
    }

    private static int total(Map<JobState, Integer> counts, Set<JobState> states) {
        return counts.entrySet().stream()
                .filter(e -> states.isEmpty() || states.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
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
