package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.read.History;
import edgeone.purge.model.TargetRow;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads from the journal what happened to the lines of the last purge and its retries. */
final class RunEnds {
    private final History history;
    private final Latest reading;
    private final Consumer<Exception> trouble;
    private final ReadOnlyObjectWrapper<@Nullable RunEnd> end = new ReadOnlyObjectWrapper<>();
    private final List<String> jobs = new ArrayList<>();
    private List<String> lines = List.of();

    /**
     * @param trouble receives why the journal could not be read
     */
    RunEnds(History history, Tasks tasks, Consumer<Exception> trouble) {
        this.history = history;
        this.trouble = trouble;
        reading = tasks.latest();
    }

    /** Watches the run of a plan made from the lines {@code submitted}. */
    void begin(Plan plan, List<String> submitted, Run run) {
        clear();
        jobs.clear();
        lines = submitted;
        watch(plan, run);
    }

    /** Watches a run that retries what the first one did not purge. */
    void retried(Plan plan, Run run) {
        watch(plan, run);
    }

    private void watch(Plan plan, Run run) {
        run.stateProperty().map(RunState::phase).subscribe(phase -> look(plan, run, phase));
    }

    private void look(Plan plan, Run run, RunState.Phase phase) {
        String jobId = run.state().jobId();
        if (phase == RunState.Phase.SENDING || jobId == null) {
            return;
        }
        if (!jobs.contains(jobId)) {
            jobs.add(jobId);
        }
        List<String> wanted = List.copyOf(jobs);
        List<String> of = lines;
        reading.run(() -> read(plan, of, wanted), end::set, trouble);
    }

    private RunEnd read(Plan plan, List<String> of, List<String> wanted) {
        List<TargetRow> rows = new ArrayList<>();
        wanted.forEach(id -> rows.addAll(history.targets(id, List.of(), 0, Integer.MAX_VALUE)));
        return RunEnd.of(plan, of, rows, history.retryable(wanted.getFirst()));
    }

    /** The job whose targets a retry submits; null until there is one. */
    @Nullable String job() {
        return jobs.isEmpty() ? null : jobs.getFirst();
    }

    /** Forgets what happened. */
    void clear() {
        reading.drop();
        end.set(null);
    }

    /** What happened; null until known. */
    ReadOnlyObjectProperty<@Nullable RunEnd> endProperty() {
        return end.getReadOnlyProperty();
    }
}
