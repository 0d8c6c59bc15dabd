package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.JobJson;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.history.JobHistory;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

@Command(name = "jobs", description = "${bundle:help.jobs}")
public final class JobsCommand extends EdgeOneCommand {
    @Mixin private JobFilterOptions which = new JobFilterOptions();
    @Mixin private WhoseHistory whose = new WhoseHistory();

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
        JobHistory history = whose.of(workplace);
        List<JobSummary> jobs = history.jobs(filter, JobOrder.NEWEST_FIRST, offset, limit);
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "jobs",
                            jobs.stream().map(j -> json(history, j)).toList(),
                            "total",
                            total(history.counts(filter), filter.states())));
        } else {
            output.table(columns(), jobs.stream().map(this::row).toList());
        }
        return ExitCodes.OK;
    }

    private Map<String, Object> json(JobHistory history, JobSummary job) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.putAll(
                JobJson.job(
                        job,
                        job.targets().pending() == 0
                                ? null
                                : history.waiting(job.job().id()).orElse(null)));
        whose.tell(job.job(), members);
        history.followUp(job.job().id())
                .map(FollowUp::next)
                .ifPresent(next -> members.put("next", next));
        List<Map<String, Object>> steps =
                JobJson.steps(history.steps(job.job().id(), job.ownedElsewhere()));
        if (steps != null) {
            members.put("steps", steps);
        }
        return members;
    }

    private static int total(Map<JobState, Integer> counts, Set<JobState> states) {
        return counts.entrySet().stream()
                .filter(e -> states.isEmpty() || states.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private List<String> columns() {
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "column.job",
                                "column.created",
                                "column.account",
                                "column.zone",
                                "column.type",
                                "column.state",
                                "column.targets",
                                "column.failed"));
        if (whose.isEveryones()) {
            columns.addAll(2, List.of("column.person", "column.machine"));
        }
        return columns;
    }

    private List<String> row(JobSummary summary) {
        List<String> cells = new ArrayList<>(cells(summary));
        if (whose.isEveryones()) {
            Provenance of = summary.job().provenance();
            cells.addAll(
                    2,
                    List.of(
                            Objects.requireNonNullElse(of.user(), ""),
                            Objects.requireNonNullElse(of.host(), "")));
        }
        return cells;
    }

    private static List<String> cells(JobSummary summary) {
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
