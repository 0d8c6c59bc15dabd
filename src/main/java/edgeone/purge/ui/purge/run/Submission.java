package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/** The purge the form became, with its retries, until the form is used for the next one. */
public final class Submission {
    private final Session session;
    private final Runs runs;
    private final RunEnds ends;
    private final RunSteps steps;
    private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
    private Runnable onChange = () -> {};

    /**
     * @param failed receives why the journal could not be read
     */
    public Submission(
            Session session, Runs runs, History history, Tasks tasks, Consumer<Exception> failed) {
        this.session = session;
        this.runs = runs;
        ends = new RunEnds(history, tasks, failed);
        steps = new RunSteps(history, tasks, failed);
    }

    /** Calls {@code change} when a run starts or enters another phase. */
    public void listen(Runnable change) {
        onChange = change;
    }

    /**
     * Submits a plan.
     *
     * @param origin how the origin is asked first; null if it is not
     * @param lines the targets the plan was made from
     */
    public void start(
            Connection connection,
            ConfirmedPlan plan,
            @Nullable OriginOrder origin,
            List<String> lines) {
        Run started = runs.submit(connection, plan, origin);
        ends.begin(plan.plan(), lines, started);
        steps.watch(started, plan);
        watch(started);
    }

    /** Submits again what the last purge left unpurged and may now succeed. */
    public void retry(Consent consent) {
        Connection connection = session.connection();
        RunEnd end = ends.endProperty().get();
        String job = ends.job();
        Run last = run.get();
        if (connection != null && end != null && job != null && last != null && last.ended()) {
            Run started = runs.retry(connection, job, end.retryable(), consent);
            ends.retried(end.plan(), started);
            steps.watch(started);
            watch(started);
        }
    }

    private void watch(Run started) {
        run.set(started);
        started.stateProperty()
                .map(RunState::phase)
                .subscribe(
                        phase -> {
                            onChange.run();
                            if (phase != RunState.Phase.SENDING) {
                                session.refreshFacts();
                            }
                        });
        onChange.run();
    }

    /** Cancels what has not been sent. */
    public void cancel() {
        Run last = run.get();
        if (last != null) {
            last.cancel();
        }
    }

    /**
     * The run that occupies the form; null if the form is free. A run that never reached the
     * journal frees the form with everything in it.
     */
    public @Nullable Run holder() {
        Run last = run.get();
        return last == null || neverRecorded(last) ? null : last;
    }

    private static boolean neverRecorded(Run run) {
        RunState state = run.state();
        return state.phase() == RunState.Phase.ENDED && state.jobId() == null;
    }

    /**
     * Frees the form for the next purge.
     *
     * @param keepEnd whether the lines keep saying what happened to them
     * @return false, and nothing is done, while requests are being sent
     */
    public boolean release(boolean keepEnd) {
        Run last = run.get();
        if (last != null && last.sending()) {
            return false;
        }
        run.set(null);
        steps.clear();
        if (!keepEnd) {
            ends.clear();
        }
        return true;
    }

    /** Once the form is free: what happened in another zone says nothing about its lines. */
    public void forgetForeignEnd() {
        RunEnd end = ends.endProperty().get();
        if (end != null
                && run.get() == null
                && (!end.plan().zone().equals(session.zoneProperty().get())
                        || end.plan().type() != session.typeProperty().get())) {
            ends.clear();
        }
    }

    /** The run of the last submit or retry; null before one, and after {@link #release}. */
    public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** How far the steps of the last submit or retry are. */
    public RunSteps steps() {
        return steps;
    }

    /** What happened to the lines of the last purge; null until known. */
    public ReadOnlyObjectProperty<@Nullable RunEnd> endProperty() {
        return ends.endProperty();
    }
}
