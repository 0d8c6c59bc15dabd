package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.read.History;
import edgeone.purge.model.step.Step;
import edgeone.purge.model.step.Step.Kind;
import edgeone.purge.model.step.Step.State;
import edgeone.purge.probe.origin.Round;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.OriginState;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How far the steps of a run are: the check of the origin as the run has it, the others as the
 * journal does.
 */
public final class RunSteps {
    private final History history;
    private final Latest reading;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private Subscription watching = Subscription.EMPTY;

    /**
     * @param failed receives why the journal could not be read
     */
    RunSteps(History history, Tasks tasks, Consumer<Exception> failed) {
        this.history = history;
        this.failed = failed;
        reading = tasks.latest();
    }

    /** What the steps depend on. */
    private record Moment(
            @Nullable String jobId,
            RunState.Phase phase,
            int moves,
            @Nullable OriginState origin,
            boolean stopped) {
        static Moment of(RunState state) {
            return new Moment(
                    state.jobId(),
                    state.phase(),
                    state.moves(),
                    state.origin(),
                    state.trouble() != null);
        }
    }

    /** Shows the steps of a purge from now on. */
    void watch(Run run, ConfirmedPlan plan) {
        List<Kind> planned = new ArrayList<>();
        if (plan.verify() != null) {
            planned.add(Kind.PROBE);
        }
        planned.add(plan.plan().type().isPrefetch() ? Kind.PREFETCH : Kind.PURGE);
        if (plan.thenPrefetch()) {
            planned.add(Kind.PREFETCH);
        }
        if (plan.verify() != null) {
            planned.add(Kind.VERIFY);
        }
        watch(run, planned);
    }

    /** The same of a run that is nothing but what its job is. */
    void watch(Run run) {
        watch(run, List.of());
    }

    private void watch(Run run, List<Kind> planned) {
        clear();
        watching =
                run.stateProperty()
                        .map(Moment::of)
                        .subscribe(moment -> look(Objects.requireNonNull(moment), planned));
    }

    /** Shows none. */
    void clear() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        reading.drop();
        steps.set(List.of());
    }

    private void look(Moment moment, List<Kind> planned) {
        String jobId = moment.jobId();
        boolean over = moment.phase() == RunState.Phase.ENDED;
        if (jobId == null) {
            State state = over ? State.NOT_DONE : State.WAITING;
            List<Step> waiting =
                    planned.stream()
                            .map(kind -> new Step(kind, state, null, null, null, 0, 0, null))
                            .toList();
            reading.drop();
            steps.set(with(moment.origin(), waiting));
            return;
        }
        reading.run(
                () -> history.steps(jobId, !over),
                read -> steps.set(with(moment.origin(), read)),
                failed);
    }

    private static List<Step> with(@Nullable OriginState origin, List<Step> others) {
        if (origin == null) {
            return others;
        }
        List<Step> all = new ArrayList<>();
        all.add(step(origin));
        all.addAll(others);
        return all;
    }

    private static Step step(OriginState of) {
        Round round = of.round();
        int targets = round == null ? 0 : round.targets();
        int open = round == null ? 0 : round.open().size();
        State state =
                switch (of.end()) {
                    case null -> State.RUNNING;
                    case NEW -> State.DONE;
                    case ANYWAY, OLD -> State.FAILED;
                    case STOPPED -> State.NOT_DONE;
                };
        return new Step(
                Kind.CHECK_ORIGIN, state, of.begun(), of.ended(), null, open, targets, null);
    }

    /** The steps in their order; empty without a run. */
    public ReadOnlyObjectProperty<List<Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }
}
