package edgeone.purge.ui.history;

import edgeone.purge.commandline.CommandLines;
import edgeone.purge.history.Histories;
import edgeone.purge.history.JobHistory;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.ui.kit.task.Tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Jobs and targets of the history as command lines. */
public final class JobCommands {
    private static final int READ_AT_ONCE = 10_000;

    private final Histories histories;
    private final Tasks tasks;
    private final CommandLines lines;

    public JobCommands(Histories histories, Tasks tasks, CommandLines lines) {
        this.histories = histories;
        this.tasks = tasks;
        this.lines = lines;
    }

    /**
     * A job, with all its targets.
     *
     * @param line takes it later; empty where there is none
     */
    void job(JobSummary summary, Consumer<String> line, Consumer<? super Exception> failed) {
        tasks.run(() -> purge(summary.job(), targets(summary)), line, failed);
    }

    /** Some targets of a job; empty where there is no such line. */
    String targets(Job job, List<TargetRow> rows) {
        return purge(job, rows.stream().map(TargetRow::target).toList());
    }

    private String purge(Job job, List<String> targets) {
        return lines.purge(job, job.type() == PurgeType.ALL ? List.of() : targets).orElse("");
    }

    private List<String> targets(JobSummary summary) {
        List<String> targets = new ArrayList<>();
        JobHistory history = histories.of(summary.job().id());
        int total = summary.targets().total();
        while (targets.size() < total) {
            List<TargetRow> rows =
                    history.targets(
                            summary.job().id(), TargetFilter.ALL, targets.size(), READ_AT_ONCE);
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(row -> targets.add(row.target()));
        }
        return targets;
    }
}
