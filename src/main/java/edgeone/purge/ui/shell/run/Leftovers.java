package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** The unfinished jobs of earlier runs. They are looked for whenever an account has been opened. */
public final class Leftovers {
    private final History history;
    private final Session session;
    private final Runs runs;
    private final Latest looking;
    private final ReadOnlyObjectWrapper<List<JobSummary>> jobs =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable QuotaWait> waits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper resuming = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ResumeReport> report =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    public Leftovers(History history, Session session, Runs runs, Tasks tasks) {
        this.history = history;
        this.session = session;
        this.runs = runs;
        looking = tasks.latest();
        session.signedInProperty().subscribe(_ -> look());
    }

    /** Follows the jobs EdgeOne is still processing and lists those that need a resume. */
    private void look() {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        looking.run(
                () -> find(connection),
                found -> {
                    List<JobSummary> open = found.open();
                    waits.set(found.waits());
                    jobs.set(open.stream().filter(JobSummary::resumable).toList());
                    open.stream()
                            .filter(job -> !job.resumable() && !job.ownedElsewhere())
                            .filter(job -> !runs.isActive(job.job().id()))
                            .forEach(job -> runs.follow(connection, job));
                },
                trouble::set);
    }

    private Found find(Connection connection) {
        List<JobSummary> open =
                history
                        .jobs(
                                JobFilter.ALL
                                        .withOrigin(Origin.HERE)
                                        .withStates(Set.of(JobState.RUNNING, JobState.UNKNOWN)),
                                1_000)
                        .stream()
                        .filter(job -> connection.owns(job.job()))
                        .toList();
        List<QuotaWait> waiting =
                open.stream()
                        .filter(JobSummary::resumable)
                        .flatMap(job -> history.waiting(job.job().id()).stream())
                        .toList();
        return new Found(open, waiting.stream().reduce(QuotaWait::and).orElse(null));
    }

    private record Found(List<JobSummary> open, @Nullable QuotaWait waits) {}

    /** Sends what was never sent and looks up what has no known outcome. */
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
                    jobs.set(List.of());
                    report.set(done);
                    look();
                },
                failed -> {
                    resuming.set(false);
                    trouble.set(failed);
                });
    }

    /** Dismisses jobs and report until an account is opened again. */
    public void dismiss() {
        jobs.set(List.of());
        report.set(null);
    }

    /** Jobs with requests that were never sent or have no known outcome. */
    public ReadOnlyObjectProperty<List<JobSummary>> jobsProperty() {
        return jobs.getReadOnlyProperty();
    }

    /** What of the jobs waits for quota, until the first of it may be sent; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable QuotaWait> waitsProperty() {
        return waits.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty resumingProperty() {
        return resuming.getReadOnlyProperty();
    }

    /** What the last resume did; null if there was none or it was dismissed. */
    public ReadOnlyObjectProperty<@Nullable ResumeReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Why looking or resuming failed; null while neither has. */
    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
