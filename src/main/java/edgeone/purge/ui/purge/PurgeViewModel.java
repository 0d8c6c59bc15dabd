package edgeone.purge.ui.purge;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.read.History;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.doctor.KeyDoctor;
import edgeone.purge.ui.purge.form.PurgeForm;
import edgeone.purge.ui.purge.intake.TextReading;
import edgeone.purge.ui.purge.plan.Permission;
import edgeone.purge.ui.purge.plan.Planning;
import edgeone.purge.ui.purge.plan.Recent;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.purge.run.RunEnd;
import edgeone.purge.ui.purge.run.Submission;
import edgeone.purge.ui.purge.split.SplitModel;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Link;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * From the form over the plan to the purge it becomes: puts the view models of the screen together
 * and decides what its main button does.
 */
public final class PurgeViewModel {
    private final Session session;
    private final GuardSettings guard;
    private final Runs runs;
    private final SplitModel split;
    private final PurgeForm form;
    private final TextReading reading;
    private final Permission permission;
    private final Planning planning;
    private final Recent recent;
    private final Submission submission;
    private final KeyDoctor doctor;
    private final Latest asking;
    private final Latest finding;

    private final ReadOnlyObjectWrapper<Action> action =
            new ReadOnlyObjectWrapper<>(new Action.Blocked(Action.Reason.NOT_CONNECTED));
    private final ReadOnlyObjectWrapper<@Nullable Exception> linkTrouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> failure =
            new ReadOnlyObjectWrapper<>();

    public PurgeViewModel(
            PurgeEngine engine,
            History history,
            Session session,
            Runs runs,
            Tasks tasks,
            GuardSettings guard) {
        this.session = session;
        this.guard = guard;
        this.runs = runs;
        asking = tasks.latest();
        finding = tasks.latest();
        form = new PurgeForm(session);
        reading = new TextReading(session, tasks);
        permission = new Permission(engine, session, asking, guard.seconds(), failure::set);
        planning = new Planning(engine, session, form, permission, tasks, failure::set);
        recent = new Recent(engine.recent(), session, planning, tasks);
        submission = new Submission(session, runs, history, tasks, failure::set);
        doctor = new KeyDoctor(session, history, tasks, failure::set);
        split = new SplitModel(engine, session, form, tasks);
        permission.listen(this::judge);
        planning.listen(this::judge);
        submission.listen(this::judge);
        reading.undecidedProperty().subscribe((_, _) -> judge());
        reading.underWayProperty().subscribe((_, _) -> judge());
        session.linkProperty().subscribe(_ -> judge());
        form.around().listen(this::judge);
    }

    /** Fills in the whole form. Ignored while requests are being sent. */
    public void fill(Place.Form filled) {
        if (submission.release(false)) {
            form.fill(filled);
        }
    }

    /**
     * Submits the plan that the button named.
     *
     * @param ready what was confirmed
     * @return false, and nothing is sent, if the form would now send something else or nothing
     */
    public boolean submit(Review ready, Consent consent) {
        Connection connection = session.connection();
        if (connection == null
                || !(action.get() instanceof Action.Ready(Review current))
                || !current.plan().sendsTheSameAs(ready.plan())) {
            return false;
        }
        submission.start(
                connection,
                new ConfirmedPlan(
                                current.plan(),
                                consent.withNote(form.noteProperty().get())
                                        .withRecipe(form.recipe()))
                        .withVerify(form.around().verifyOrder(connection))
                        .withThenPrefetch(form.around().thenPrefetches()),
                form.around().originOrder(),
                form.linesProperty().get());
        return true;
    }

    /**
     * Submits a purge over several zones, one job for each; the lines that were left out stay in
     * the form.
     *
     * @param started called once all jobs are recorded
     * @return false, and nothing is sent, if another account is open by now
     */
    boolean submitSplit(
            SplitModel.State.Planned planned, List<ConfirmedPlan> confirmed, Runnable started) {
        Connection connection = planned.connection();
        if (!connection.equals(session.connection())) {
            return false;
        }
        List<String> lines = form.linesProperty().get();
        List<String> leftOut =
                planned.plan().problems().stream()
                        .map(Problem::line)
                        .distinct()
                        .map(line -> lines.get(line - 1))
                        .toList();
        String note = form.noteProperty().get();
        String recipe = form.recipe();
        runs.submitAll(
                connection,
                confirmed.stream()
                        .map(
                                each ->
                                        each.withNote(note)
                                                .withRecipe(recipe)
                                                .withVerify(form.around().verifyOrder(connection))
                                                .withThenPrefetch(form.around().thenPrefetches()))
                        .toList(),
                _ -> {
                    form.fitProperty().set(false);
                    form.setLines(leftOut);
                    form.noteProperty().set("");
                    started.run();
                },
                failure::set);
        return true;
    }

    /**
     * Frees the form for the next purge. Ignored while requests are being sent.
     *
     * @param keepTargets whether the targets of the last one stay
     */
    public void next(boolean keepTargets) {
        if (submission.release(keepTargets)) {
            form.fitProperty().set(false);
            form.setLines(keepTargets ? form.linesProperty().get() : List.of());
            if (!keepTargets) {
                form.noteProperty().set("");
            }
        }
    }

    /**
     * Frees the form to correct the lines that were not purged.
     *
     * @param kept receives those lines; the editor shows them and so brings them into the form
     */
    void fix(Consumer<List<String>> kept) {
        RunEnd end = submission.endProperty().get();
        List<String> now = form.linesProperty().get();
        if (end != null) {
            asking.run(
                    () -> end.toFix(now),
                    left -> {
                        next(true);
                        kept.accept(left);
                    },
                    failure::set);
        }
    }

    private void judge() {
        submission.forgetForeignEnd();
        linkTrouble.set(
                session.linkProperty().get() instanceof Link.Unreachable(Exception broken)
                        ? broken
                        : session.factsTroubleProperty().get());
        action.set(judged());
    }

    private Action judged() {
        Run run = submission.holder();
        if (run != null) {
            return run.sending() ? new Action.Sending(run) : new Action.Sent(run);
        }
        if (session.connection() == null) {
            return new Action.Blocked(Action.Reason.NOT_CONNECTED);
        }
        if (session.zoneProperty().get() == null) {
            return new Action.Blocked(Action.Reason.NO_ZONE);
        }
        if (!session.factsFreshProperty().get()) {
            return new Action.Blocked(
                    session.factsTroubleProperty().get() == null
                            ? Action.Reason.READING_ZONE
                            : Action.Reason.ZONE_UNREADABLE);
        }
        if (session.typeProperty().get() != PurgeType.ALL) {
            if (reading.underWayProperty().get()) {
                return new Action.Blocked(Action.Reason.READING_TEXT);
            }
            if (reading.undecidedProperty().get()) {
                return new Action.Blocked(Action.Reason.UNDECIDED);
            }
        }
        if (form.around().lacksOrigin()) {
            return new Action.Blocked(Action.Reason.NO_ORIGIN);
        }
        Review plan = planning.current();
        if (plan == null) {
            return new Action.Blocked(Action.Reason.PLANNING);
        }
        if (!plan.plan().sendable()) {
            return new Action.Refused(plan);
        }
        return permission.barred()
                ? new Action.Blocked(Action.Reason.READ_ONLY)
                : new Action.Ready(plan);
    }

    /** For searches in the lines, of which the last counts. */
    Latest finding() {
        return finding;
    }

    public Session session() {
        return session;
    }

    GuardSettings guard() {
        return guard;
    }

    public PurgeForm form() {
        return form;
    }

    KeyDoctor doctor() {
        return doctor;
    }

    TextReading reading() {
        return reading;
    }

    SplitModel split() {
        return split;
    }

    public Permission permission() {
        return permission;
    }

    public Planning planning() {
        return planning;
    }

    Recent recent() {
        return recent;
    }

    public Submission submission() {
        return submission;
    }

    public ReadOnlyObjectProperty<Action> actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** Why EdgeOne, or what it knows about the zone, is out of reach; null if it is not. */
    ReadOnlyObjectProperty<@Nullable Exception> linkTroubleProperty() {
        return linkTrouble.getReadOnlyProperty();
    }

    /** What just failed and should be shown in a dialog; null once planning starts again. */
    ReadOnlyObjectProperty<@Nullable Exception> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
