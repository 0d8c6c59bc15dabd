package edgeone.purge.ui.shell.run;

import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.ui.kit.task.Tasks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * A job this window is working on. Progress arrives on worker threads; the UI thread sees the
 * latest state and may skip some in between.
 */
public final class Run implements Progress {
    private final Tasks tasks;
    private final Clock clock;
    private final RunControl sending = new RunControl();
    private final RunControl following = new RunControl();
    private final AtomicReference<RunState> newest;
    private final AtomicBoolean showing = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<RunState> state;

    Run(Tasks tasks, Clock clock, RunState start) {
        this.tasks = tasks;
        this.clock = clock;
        newest = new AtomicReference<>(start);
        state = new ReadOnlyObjectWrapper<>(start);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case Event.Journaled journaled -> change(s -> s.journaled(journaled));
            case Event.Counted counted -> change(s -> s.counted(counted));
            case Event.Waiting waiting -> {
                var pause =
                        new RunState.Pause(clock.instant().plus(waiting.pause()), waiting.reason());
                change(s -> s.paused(pause));
            }
            case Event.ClockCorrected corrected -> change(s -> s.clock(corrected.offset()));
            case Event.Probed probed -> change(s -> s.probed(probed));
            case Event.StepMoved _ -> change(RunState::moved);
            case Event.BatchMoved _ -> {
                // The next Counted tells what moved.
            }
        }
    }

    void change(UnaryOperator<RunState> step) {
        newest.updateAndGet(step);
        if (showing.compareAndSet(false, true)) {
            tasks.onUi(
                    () -> {
                        showing.set(false);
                        state.set(state());
                    });
        }
    }

    /** Stops sending. */
    RunControl sendControl() {
        return sending;
    }

    /** Stops following the job. */
    RunControl followControl() {
        return following;
    }

    /** Cancels unsent requests for good. Sent ones are still followed. */
    public void cancel() {
        sending.cancel();
    }

    /** Stops as soon as possible; unsent requests stay planned. */
    void keep() {
        sending.keep();
        following.keep();
    }

    public boolean canceled() {
        return sending.stop() == RunControl.Stop.CANCEL;
    }

    /** The latest state; changes on the UI thread. */
    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public RunState state() {
        return Objects.requireNonNull(newest.get());
    }

    public boolean sending() {
        return state().phase() == RunState.Phase.SENDING;
    }

    public boolean ended() {
        return state().phase() == RunState.Phase.ENDED;
    }
}
