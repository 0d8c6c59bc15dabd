package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.RecordedJob;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.origin.OriginRefusedException;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.export.CutText;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The jobs this window is working on. Each is submitted or resumed, then followed in the background
 * until EdgeOne has finished it, whichever screen is open.
 */
public final class Runs {
    /** How long a job is followed before that is left to the user. */
    static final Duration FOLLOW = Duration.ofMinutes(30);

    private static final Duration SELDOM = Duration.ofMillis(500);

    private final PurgeEngine engine;
    private final Tasks tasks;
    private final Clock clock;
    private final ObservableList<Run> active = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable JournalLoss> loss = new ReadOnlyObjectWrapper<>();

    private Instant told = Instant.EPOCH;

    public Runs(PurgeEngine engine, Tasks tasks, Clock clock) {
        this.engine = engine;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Submits a plan, then follows it. */
    public Run submit(Connection connection, Plan plan, Consent consent) {
        return submit(connection, new ConfirmedPlan(plan, consent));
    }

    private Run submit(Connection connection, ConfirmedPlan confirmed) {
        return submit(connection, confirmed, null);
    }

    /**
     * The same for what may have to be verified or prefetched.
     *
     * @param origin how the origin is asked first; null if it is not
     */
    public Run submit(
            Connection connection, ConfirmedPlan confirmed, @Nullable OriginOrder origin) {
        Plan plan = confirmed.plan();
        Run run =
                new Run(
                        tasks,
                        clock,
                        RunState.starting(null, plan.batches().size(), plan.targets()));
        start(
                run,
                connection,
                () -> {
                    if (origin != null) {
                        new OriginStep(run, clock)
                                .pass(
                                        engine.originGate(connection, origin),
                                        origin,
                                        plan.list().targets().stream().map(Target::text).toList());
                    }
                    return engine.submit(connection, confirmed, run, run.sendControl());
                });
        return run;
    }

    /**
     * Records several plans, all or none, then submits and follows each.
     *
     * @param started receives the runs once the jobs are recorded
     * @param failed receives why they are not; nothing is sent then
     */
    public void submitAll(
            Connection connection,
            List<ConfirmedPlan> plans,
            Consumer<List<Run>> started,
            Consumer<? super Exception> failed) {
        tasks.run(
                () -> engine.record(connection, plans),
                jobs -> started.accept(jobs.stream().map(job -> submit(connection, job)).toList()),
                failed);
    }

    private Run submit(Connection connection, RecordedJob job) {
        Run run =
                new Run(
                        tasks,
                        clock,
                        RunState.starting(job.job().id(), job.batches().size(), job.targets()));
        start(run, connection, () -> engine.send(connection, job, run, run.sendControl()));
        return run;
    }

    /** Submits the targets of a job that failed but may succeed now, then follows them. */
    public Run retry(Connection connection, String jobId, int targets, Consent consent) {
        Run run = new Run(tasks, clock, RunState.starting(null, 1, targets));
        start(
                run,
                connection,
                () -> engine.retry(connection, jobId, consent, run, run.sendControl()));
        return run;
    }

    /**
     * Submits targets of a colleague's job that failed but may succeed now as a job of one's own,
     * then follows it.
     *
     * @param read reads the targets; may block
     * @param targets how many there are, as far as known
     */
    public Run retryColleagues(
            Connection connection,
            Job job,
            Supplier<List<String>> read,
            int targets,
            Consent consent) {
        Run run = new Run(tasks, clock, RunState.starting(null, 1, targets));
        start(
                run,
                connection,
                () ->
                        engine.retryColleagues(
                                connection, job, read.get(), consent, run, run.sendControl()));
        return run;
    }

    /** Follows a job of an earlier run. */
    public Run follow(Connection connection, JobSummary job) {
        Run run =
                new Run(
                        tasks,
                        clock,
                        RunState.starting(job.job().id(), 0, job.targets().total())
                                .in(RunState.Phase.FOLLOWING));
        start(
                run,
                connection,
                () -> engine.follow(connection, job.job().id(), FOLLOW, run, run.followControl()));
        return run;
    }

    /** Finishes the jobs of earlier runs. */
    public void resume(
            Connection connection,
            Consumer<ResumeReport> done,
            Consumer<? super Exception> failed) {
        Run run = new Run(tasks, clock, RunState.starting(null, 0, 0));
        active.add(run);
        tasks.run(
                () -> engine.resume(connection, run, run.sendControl()),
                report -> {
                    ended(run);
                    done.accept(report);
                },
                trouble -> {
                    loss.set(JournalLoss.after(loss.get(), trouble));
                    ended(run);
                    failed.accept(trouble);
                });
    }

    private void start(Run run, Connection connection, Work work) {
        active.add(run);
        run.stateProperty().subscribe(_ -> changed());
        tasks.run(
                work::run,
                result -> {
                    run.change(s -> s.with(result));
                    if (mayFollow(run, result)) {
                        run.change(s -> s.in(RunState.Phase.FOLLOWING));
                        follow(run, connection, result.summary().job().id());
                    } else {
                        ended(run);
                    }
                },
                trouble -> broke(run, trouble));
    }

    private void follow(Run run, Connection connection, String jobId) {
        tasks.run(
                () -> engine.follow(connection, jobId, FOLLOW, run, run.followControl()),
                result -> {
                    run.change(s -> s.with(result));
                    ended(run);
                },
                trouble -> broke(run, trouble));
    }

    private static boolean mayFollow(Run run, RunResult result) {
        return run.sending()
                && !run.followControl().isStopped()
                && result.summary().targets().accepted() > 0;
    }

    private void broke(Run run, Exception trouble) {
        loss.set(JournalLoss.after(loss.get(), trouble));
        run.change(s -> s.broken(trouble));
        ended(run);
    }

    private void ended(Run run) {
        run.change(s -> s.in(RunState.Phase.ENDED));
        active.remove(run);
        revision.set(revision.get() + 1);
    }

    /** A running job changes many times a second; the journal need not be read as often. */
    private void changed() {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(SELDOM) > 0) {
            told = now;
            revision.set(revision.get() + 1);
        }
    }

    /** Whether this window is working on a job. */
    public boolean isActive(String jobId) {
        return active.stream().anyMatch(run -> jobId.equals(run.state().jobId()));
    }

    /** Stops every run. Unsent requests stay planned and can be resumed. */
    public void keepAll() {
        active.forEach(Run::keep);
    }

    /** Saves to a file what is known of the runs that the loss of the journal interrupted. */
    public void saveLoss(
            Path file, Messages messages, Runnable done, Consumer<? super Exception> failed) {
        JournalLoss lost = loss.get();
        if (lost != null) {
            tasks.run(
                    () -> {
                        new CutText(messages).save(lost.cuts(), file);
                        return file;
                    },
                    _ -> done.run(),
                    failed);
        }
    }

    /** The loss of the journal; null if it is intact. */
    public ReadOnlyObjectProperty<@Nullable JournalLoss> lossProperty() {
        return loss.getReadOnlyProperty();
    }

    /** The runs that have not ended. */
    public ObservableList<Run> active() {
        return FXCollections.unmodifiableObservableList(active);
    }

    /** Increases whenever the journal may have changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** One call of the engine. */
    @FunctionalInterface
    private interface Work {
        RunResult run()
                throws OriginRefusedException,
                        RefusedSubmitException,
                        TeoException,
                        InterruptedException;
    }
}
