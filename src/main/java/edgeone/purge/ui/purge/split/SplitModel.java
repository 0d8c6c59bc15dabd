package edgeone.purge.ui.purge.split;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.recent.Lately;
import edgeone.purge.engine.recent.RecentPurges;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.zones.SplitDraft;
import edgeone.purge.engine.zones.SplitPlan;
import edgeone.purge.engine.zones.SplitPlanner;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.form.PurgeForm;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.zones.KnownZones;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plans the form for every zone its targets belong to: at once with what was known last time, then
 * with what EdgeOne says.
 */
public final class SplitModel {
    private final Session session;
    private final PurgeForm form;
    private final SplitPlanner planner;
    private final Latest recalling;
    private final Latest planning;
    private final Latest looking;
    private final RecentPurges purges;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<List<Lately>> lately =
            new ReadOnlyObjectWrapper<>(List.of());

    public SplitModel(PurgeEngine engine, Session session, PurgeForm form, Tasks tasks) {
        this.session = session;
        this.form = form;
        planner = new SplitPlanner(engine);
        recalling = tasks.latest();
        planning = tasks.latestCall();
        looking = tasks.latestCall();
        purges = engine.recent();
    }

    /** How far planning is. */
    public sealed interface State {
        /** Nothing to show yet. */
        record Reading() implements State {}

        /** Made with what was known last time, the oldest of it at {@code asOf}; not to be sent. */
        record Remembered(SplitPlan plan, Instant asOf) implements State {}

        /**
         * Made with what EdgeOne says now to the account that {@code connection} is of.
         *
         * @param reaches how far each plan reaches
         */
        record Planned(SplitPlan plan, List<Reach> reaches, Connection connection)
                implements State {
            public Planned {
                reaches = List.copyOf(reaches);
            }

            boolean reachesFar() {
                return reaches.stream().anyMatch(Reach::isFar);
            }
        }

        /** EdgeOne could not be asked. */
        record Failed(Exception trouble) implements State {}
    }

    /** Plans the form as it is now. */
    public void plan() {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        Supplier<SplitDraft> draft = form.splitDraft();
        List<Zone> zones = List.copyOf(session.zones());
        KnownZones known = session.book().knownProperty().get();
        state.set(new State.Reading());
        lately.set(List.of());
        recalling.run(
                () -> remembered(draft.get(), zones, known),
                remembered -> remembered.ifPresent(this::showRemembered),
                _ -> {
                    // What EdgeOne says will be shown.
                });
        planning.run(
                () -> {
                    SplitDraft drafted = draft.get();
                    List<ZoneFacts> read = planner.read(connection, drafted, zones);
                    SplitPlan plan = planner.plan(drafted, read);
                    return new Read(read, plan, plan.plans().stream().map(Reach::of).toList());
                },
                read -> {
                    session.book().learned(read.facts());
                    state.set(new State.Planned(read.plan(), read.reaches(), connection));
                    look(connection, read.plan().plans());
                },
                trouble -> state.set(new State.Failed(trouble)));
    }

    private void look(Connection connection, List<Plan> plans) {
        looking.run(
                () -> purges.lately(connection, plans),
                lately::set,
                _ -> {
                    // The purge does not wait for it.
                });
    }

    private void showRemembered(State.Remembered remembered) {
        if (state.get() instanceof State.Reading) {
            state.set(remembered);
        }
    }

    /** Empty unless everything that matters was known: half of it would name wrong problems. */
    private Optional<State.Remembered> remembered(
            SplitDraft draft, List<Zone> zones, @Nullable KnownZones known) {
        if (known == null) {
            return Optional.empty();
        }
        List<Zone> asked = planner.candidates(draft, zones);
        List<ZoneFacts> facts = asked.stream().flatMap(zone -> known.facts(zone).stream()).toList();
        if (facts.isEmpty() || facts.size() < asked.size()) {
            return Optional.empty();
        }
        Instant oldest =
                facts.stream().map(ZoneFacts::readAt).min(Instant::compareTo).orElseThrow();
        return Optional.of(new State.Remembered(planner.plan(draft, facts), oldest));
    }

    /** Whether the origin is to be asked first, which is done for one zone only. */
    boolean asksOrigin() {
        return form.around().asksOrigin();
    }

    /** Forgets the plan. */
    public void drop() {
        recalling.drop();
        planning.drop();
        looking.drop();
        lately.set(List.of());
        state.set(new State.Reading());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /**
     * What was purged a short while ago of each plan of {@link State.Planned}, in their order;
     * empty until it is known.
     */
    ReadOnlyObjectProperty<List<Lately>> latelyProperty() {
        return lately.getReadOnlyProperty();
    }

    private record Read(List<ZoneFacts> facts, SplitPlan plan, List<Reach> reaches) {}
}
