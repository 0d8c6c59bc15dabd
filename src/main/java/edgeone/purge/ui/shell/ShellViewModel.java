package edgeone.purge.ui.shell;

import edgeone.purge.engine.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** What the frame of the window shows: the journal in numbers, and what earlier runs left open. */
public final class ShellViewModel {
    private final History history;
    private final Session session;
    private final Runs runs;
    private final Latest counting;
    private final Latest looking;
    private final ReadOnlyObjectWrapper<Journal> journal =
            new ReadOnlyObjectWrapper<>(new Journal(0, 0));
    private final ReadOnlyObjectWrapper<List<JobSummary>> leftovers =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper resuming = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ResumeReport> report =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    public ShellViewModel(History history, Session session, Runs runs, Tasks tasks) {
        this.history = history;
        this.session = session;
        this.runs = runs;
        counting = tasks.latest();
        looking = tasks.latest();
        runs.revisionProperty().subscribe((_, _) -> count());
        session.signedInProperty().subscribe(_ -> lookForLeftovers());
    }

    /** Counts the jobs of the journal anew. */
    public void count() {
        counting.run(
                () -> {
                    Map<JobState, Integer> states = history.countByState();
                    return new Journal(
                            states.values().stream().mapToInt(Integer::intValue).sum(),
                            states.getOrDefault(JobState.RUNNING, 0));
                },
                journal::set,
                trouble::set);
    }

    /** Follows what EdgeOne is still at work on, and finds what was never sent or never settled. */
    private void lookForLeftovers() {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        looking.run(
                () ->
                        history
                                .jobs(
                                        new History.Filter(
                                                "",
                                                List.of(JobState.RUNNING, JobState.UNKNOWN),
                                                null,
                                                1_000))
                                .stream()
                                .filter(job -> connection.owns(job.job()))
                                .toList(),
                open -> {
                    leftovers.set(open.stream().filter(JobSummary::resumable).toList());
                    open.stream()
                            .filter(job -> !job.resumable() && !job.ownedElsewhere())
                            .filter(job -> !runs.isActive(job.job().id()))
                            .forEach(job -> runs.follow(connection, job));
                },
                trouble::set);
    }

    /** Sends and settles what earlier runs left open. */
    public void resume() {
        Connection connection = session.connection();
        if (connection == null || resuming.get()) {
            return;
        }
        resuming.set(true);
        trouble.set(null);
        runs.resume(
                connection,
                done -> {
                    resuming.set(false);
                    leftovers.set(List.of());
                    report.set(done);
                    lookForLeftovers();
                },
                failed -> {
                    resuming.set(false);
                    trouble.set(failed);
                });
    }

    /** Leaves them for later. */
    public void later() {
        leftovers.set(List.of());
        report.set(null);
    }

    public ReadOnlyObjectProperty<Journal> journalProperty() {
        return journal.getReadOnlyProperty();
    }

    /** Jobs with requests that were never sent, or whose fate nobody knows. */
    public ReadOnlyObjectProperty<List<JobSummary>> leftoversProperty() {
        return leftovers.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty resumingProperty() {
        return resuming.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ResumeReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** The journal in numbers. */
    public record Journal(int jobs, int running) {}
}
