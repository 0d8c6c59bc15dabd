package edgeone.purge.ui.purge;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.History;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.intake.BaseAddress;
import edgeone.purge.targets.intake.Format;
import edgeone.purge.targets.intake.TextSource;
import edgeone.purge.targets.intake.Watch;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Link;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The form of a purge, its plan, and the run it became. The targets are lines, so that nobody joins
 * or splits a long text on the UI thread.
 */
public final class PurgeViewModel {
    private final PurgeEngine engine;
    private final Session session;
    private final Runs runs;
    private final Tasks tasks;
    private final Latest planning;
    private final Latest asking;
    private final RunEnds ends;

    private final ObjectProperty<PurgeMethod> method =
            new SimpleObjectProperty<>(PurgeMethod.INVALIDATE);
    private final ReadOnlyObjectWrapper<List<String>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty tagDomains = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Review> review = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> planTrouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Action> action =
            new ReadOnlyObjectWrapper<>(new Action.Blocked(Action.Reason.NOT_CONNECTED));
    private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();
    private boolean planned;

    /** Whether EdgeOne itself said what the plan was made with, not the file of last time. */
    private boolean ofFreshFacts;

    /** Whether the account was read-only when the plan was made. */
    private boolean barred;

    public PurgeViewModel(
            PurgeEngine engine, History history, Session session, Runs runs, Tasks tasks) {
        this.engine = engine;
        this.session = session;
        this.runs = runs;
        this.tasks = tasks;
        planning = tasks.latest();
        asking = tasks.latest();
        ends = new RunEnds(history, tasks, planTrouble::set);
        session.signedInProperty().subscribe(_ -> replan());
        session.factsProperty().subscribe(_ -> replan(planned && ofFreshFacts));
        session.factsFreshProperty().subscribe(this::freshnessChanged);
        session.factsTroubleProperty().subscribe(_ -> replan());
        session.zoneProperty().subscribe(_ -> replan());
        session.linkProperty().subscribe(_ -> judge());
        session.typeProperty().subscribe(_ -> replan());
        method.subscribe(_ -> replan());
        tagDomains.subscribe(_ -> replan());
    }

    /** Tells that the targets are being edited and {@link #setLines} will follow. */
    public void editing() {
        planned = false;
        planning.drop();
        judge();
    }

    /** The targets as they stand in the editor, one a line. */
    public void setLines(List<String> now) {
        lines.set(now);
        replan();
    }

    /** Fills in the whole form. Ignored while requests leave. */
    public void fill(Place.Form form) {
        Run current = run.get();
        if (current != null && current.sending()) {
            return;
        }
        run.set(null);
        ends.clear();
        session.find(form.zoneId()).ifPresent(session.zoneProperty()::set);
        session.typeProperty().set(form.type());
        if (form.method() != null) {
            method.set(form.method());
        }
        tagDomains.set(String.join(" ", form.tagDomains()));
        setLines(form.lines());
    }

    /** Reads a file off the UI thread; {@code taken} hears what was in it. */
    public void readFile(
            Path file,
            Watch watch,
            Consumer<? super Arrival> taken,
            Consumer<? super Exception> failed) {
        boolean tags = session.typeProperty().get() == PurgeType.CACHE_TAG;
        tasks.run(
                () -> {
                    Intake plain = read(file);
                    return tags
                            ? new Arrival.Plain(plain)
                            : new Recognition(TextSource.file(file), plain).recognise(watch);
                },
                taken,
                failed);
    }

    /** Reads a pasted text off the UI thread. */
    public void readText(
            String text, Consumer<? super Arrival> taken, Consumer<? super Exception> failed) {
        boolean tags = session.typeProperty().get() == PurgeType.CACHE_TAG;
        tasks.run(
                () -> {
                    Intake plain = Intake.of(text);
                    return tags
                            ? new Arrival.Plain(plain)
                            : new Recognition(TextSource.pasted(text), plain).recognise(Watch.NONE);
                },
                taken,
                failed);
    }

    /** Reads a text again, as what a person says it is. */
    public void readAs(
            Recognition text,
            Format format,
            @Nullable BaseAddress base,
            Consumer<? super Arrival> taken,
            Consumer<? super Exception> failed) {
        tasks.run(() -> text.as(format, base, Watch.NONE), taken, failed);
    }

    /** Runs {@code action} where answers are delivered. */
    public void onUi(Runnable action) {
        tasks.onUi(action);
    }

    private static Intake read(Path file) throws IOException {
        return Files.size(file) > Intake.LONGEST_TEXT
                ? new Intake.Refused(Intake.Reason.TEXT_TOO_LONG, 0)
                : Intake.of(Files.readAllBytes(file));
    }

    private void replan() {
        replan(false);
    }

    /**
     * Plans anew.
     *
     * @param valid whether the plan that is shown may be submitted meanwhile, as when only the
     *     quota was read again
     */
    private void replan(boolean valid) {
        planned = valid;
        forgetForeignEnd();
        ZoneFacts facts = session.factsProperty().get();
        PurgeType type = session.typeProperty().get();
        Connection connection = session.connection();
        if (facts == null || !facts.zone().equals(session.zoneProperty().get())) {
            planning.drop();
            planned = false;
            review.set(null);
            judge();
            return;
        }
        List<String> now = lines.get();
        PurgeMethod chosen = type.takesMethod() ? method.get() : null;
        List<String> domains = type == PurgeType.CACHE_TAG ? domains() : List.of();
        boolean fresh = session.factsFreshProperty().get();
        planTrouble.set(null);
        planning.run(
                () -> {
                    String text = type == PurgeType.ALL ? null : String.join("\n", now);
                    Plan plan =
                            engine.plan(
                                    new PurgeDraft(facts.zone(), type, chosen, text, domains, true),
                                    facts);
                    return new Planned(
                            Review.of(plan),
                            connection == null
                                    ? ConsentNeeded.NOTHING
                                    : engine.consentNeeded(connection, plan));
                },
                made -> {
                    planned = true;
                    ofFreshFacts = fresh;
                    barred = made.needed() == ConsentNeeded.IMPOSSIBLE;
                    review.set(made.review());
                    judge();
                },
                trouble -> {
                    planTrouble.set(trouble);
                    review.set(null);
                    judge();
                });
        judge();
    }

    private void freshnessChanged(boolean fresh) {
        ofFreshFacts &= fresh;
        judge();
    }

    private List<String> domains() {
        return Arrays.stream(tagDomains.get().split("[\\s,;]+")).filter(d -> !d.isEmpty()).toList();
    }

    private void judge() {
        trouble.set(
                session.linkProperty().get() instanceof Link.Unreachable(Exception broken)
                        ? broken
                        : session.factsTroubleProperty().get());
        action.set(judged());
    }

    private Action judged() {
        Run current = run.get();
        if (current != null && holdsForm(current)) {
            return current.sending() ? new Action.Sending(current) : new Action.Sent(current);
        }
        if (session.connection() == null) {
            return new Action.Blocked(Action.Reason.NOT_CONNECTED);
        }
        if (session.zoneProperty().get() == null) {
            return new Action.Blocked(Action.Reason.NO_ZONE);
        }
        Review made = review.get();
        if (!session.factsFreshProperty().get()) {
            return new Action.Blocked(
                    session.factsTroubleProperty().get() == null
                            ? Action.Reason.READING_ZONE
                            : Action.Reason.ZONE_UNREADABLE);
        }
        if (!planned || !ofFreshFacts || made == null) {
            return new Action.Blocked(Action.Reason.PLANNING);
        }
        if (!made.plan().sendable()) {
            return new Action.Refused(made);
        }
        return barred ? new Action.Blocked(Action.Reason.READ_ONLY) : new Action.Ready(made);
    }

    /** A run that never reached the journal gives the form back with everything in it. */
    private static boolean holdsForm(Run run) {
        RunState state = run.state();
        return !(state.phase() == RunState.Phase.ENDED && state.jobId() == null);
    }

    /** What happened in another zone says nothing of the lines here. */
    private void forgetForeignEnd() {
        RunEnd end = ends.endProperty().get();
        if (end != null
                && run.get() == null
                && (!end.plan().zone().equals(session.zoneProperty().get())
                        || end.plan().type() != session.typeProperty().get())) {
            ends.clear();
        }
    }

    /**
     * Finds out what must be asked before something of this type is purged: the account's safety
     * level is read anew for it. The window always asks for the zone's name before a wide purge,
     * whatever that level. One question at a time: of two, only the newer is answered.
     *
     * @param answer hears it, unless the account has become read-only, which the action says then
     */
    public void question(PurgeType type, Consumer<ConsentNeeded> answer) {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        asking.run(
                () -> engine.consentNeeded(connection, type),
                asked -> {
                    barred = asked == ConsentNeeded.IMPOSSIBLE;
                    judge();
                    if (!barred) {
                        answer.accept(type.isWide() ? ConsentNeeded.TYPED_ZONE : asked);
                    }
                },
                planTrouble::set);
    }

    /**
     * Submits the plan the button named.
     *
     * @param ready what was confirmed
     * @return false where the form would send something else now, or nothing: nothing is sent then
     */
    public boolean submit(Review ready, Consent consent) {
        Connection connection = session.connection();
        if (connection == null || !(action.get() instanceof Action.Ready(Review current))) {
            return false;
        }
        if (!current.plan().sendsTheSameAs(ready.plan())) {
            return false;
        }
        Run started = runs.submit(connection, current.plan(), consent);
        ends.begin(current.plan(), lines.get(), started);
        watch(started);
        return true;
    }

    private void watch(Run started) {
        run.set(started);
        started.stateProperty()
                .map(RunState::phase)
                .subscribe(
                        phase -> {
                            judge();
                            if (phase != RunState.Phase.SENDING) {
                                session.refreshFacts();
                            }
                        });
        judge();
    }

    /** Submits again what the last purge did not, where it may pass now. */
    public void retry(Consent consent) {
        Connection connection = session.connection();
        RunEnd end = ends.endProperty().get();
        String job = ends.job();
        Run current = run.get();
        if (connection != null && end != null && job != null && current != null) {
            if (current.ended()) {
                Run started = runs.retry(connection, job, end.retryable(), consent);
                ends.retried(end.plan(), started);
                watch(started);
            }
        }
    }

    /**
     * Gives the form back to correct the lines that were not purged.
     *
     * @param kept hears those lines; the editor shows them, and so tells them to {@link #setLines}
     */
    void fix(Consumer<List<String>> kept) {
        RunEnd end = ends.endProperty().get();
        List<String> now = lines.get();
        if (end != null) {
            asking.run(
                    () -> end.toFix(now),
                    left -> {
                        next(true);
                        kept.accept(left);
                    },
                    planTrouble::set);
        }
    }

    /** Stops what has not been sent. */
    public void cancel() {
        Run current = run.get();
        if (current != null) {
            current.cancel();
        }
    }

    /**
     * Gives the form back for the next purge.
     *
     * @param keepTargets whether the targets of the last one stay
     */
    public void next(boolean keepTargets) {
        Run current = run.get();
        if (current != null && current.sending()) {
            return;
        }
        run.set(null);
        if (!keepTargets) {
            ends.clear();
        }
        setLines(keepTargets ? lines.get() : List.of());
    }

    public Session session() {
        return session;
    }

    public ObjectProperty<PurgeMethod> methodProperty() {
        return method;
    }

    /** Changed by the editor through {@link #setLines}, and by the program. */
    public ReadOnlyObjectProperty<List<String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** Domains of a cache-tag purge as written: apart by spaces or commas. */
    public StringProperty tagDomainsProperty() {
        return tagDomains;
    }

    /** The newest plan that is ready; may be of the form as it was a moment ago. */
    public ReadOnlyObjectProperty<@Nullable Review> reviewProperty() {
        return review.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Exception> planTroubleProperty() {
        return planTrouble.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Action> actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** Why EdgeOne, or what it knows of the zone, could not be reached; null where it could. */
    public ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What became of the lines of the last purge; null until known. */
    ReadOnlyObjectProperty<@Nullable RunEnd> endProperty() {
        return ends.endProperty();
    }

    /** The run of the last submit; null before one, and after {@link #next}. */
    public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** A plan, and what its account asks before it is submitted. */
    private record Planned(Review review, ConsentNeeded needed) {}
}
