package edgeone.purge.ui.explorer;

import edgeone.purge.api.value.JsonValue;
import edgeone.purge.api.value.JsonValue.Members;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.byhand.HandPurge;
import edgeone.purge.engine.byhand.HandReply;
import edgeone.purge.engine.byhand.Hearing;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Zone;
import edgeone.purge.requests.SavedRequest;
import edgeone.purge.teo.Signer;
import edgeone.purge.ui.code.CallCommands;
import edgeone.purge.ui.explorer.saved.RequestShelf;
import edgeone.purge.ui.guard.GuardSettings;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.run.RunState;
import edgeone.purge.ui.shell.run.Runs;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The call that is being written, and what the last one came to. */
public final class ExplorerViewModel {
    private final ExplorerAccess access;
    private final PurgeEngine engine;
    private final Session session;
    private final Runs runs;
    private final Tasks tasks;
    private final GuardSettings guard;
    private final RequestShelf shelf;
    private final CallCommands commands;
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** Begun when first asked for, as it needs the description of all actions. */
    private @Nullable ReadOnlyObjectWrapper<Draft> draft;

    public ExplorerViewModel(
            ExplorerAccess access,
            PurgeEngine engine,
            Session session,
            Runs runs,
            Tasks tasks,
            GuardSettings guard,
            CallCommands commands) {
        this.access = access;
        this.engine = engine;
        this.session = session;
        this.runs = runs;
        this.tasks = tasks;
        this.guard = guard;
        this.commands = commands;
        shelf = new RequestShelf(access.requests(), tasks);
    }

    /**
     * A purge to be confirmed.
     *
     * @param seconds the setting of the countdown
     */
    record Review(Connection connection, Plan plan, ConsentNeeded needed, int seconds) {}

    private ReadOnlyObjectWrapper<Draft> draft() {
        ReadOnlyObjectWrapper<Draft> begun = draft;
        if (begun == null) {
            begun = new ReadOnlyObjectWrapper<>(Draft.of(HandPurge.ACTION, "{}"));
            draft = begun;
        }
        return begun;
    }

    ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft().getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    Session session() {
        return session;
    }

    Tasks tasks() {
        return tasks;
    }

    GuardSettings guard() {
        return guard;
    }

    CallCommands commands() {
        return commands;
    }

    /** The saved requests. */
    RequestShelf shelf() {
        return shelf;
    }

    /** Begins a call of an action, in the chosen zone if it takes one. */
    void choose(String action) {
        Draft begun = Draft.of(action, "{}");
        Zone zone = session.zoneProperty().get();
        boolean takesZone =
                Optional.ofNullable(begun.described())
                        .flatMap(a -> a.parameter("ZoneId"))
                        .isPresent();
        draft().set(begun);
        if (zone != null && takesZone) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("ZoneId", new JsonValue.Text(zone.zoneId()));
            fill(new Members(members));
        }
    }

    /** Takes what the form holds. */
    void fill(Members parameters) {
        write(BodyText.of(parameters));
    }

    /** Takes a body as it is written. */
    void write(String text) {
        if (!text.equals(draft().get().text())) {
            draft().set(Draft.of(draft().get().action(), text));
        }
    }

    /** Opens a call that was made. */
    void open(String action, String body) {
        draft().set(Draft.of(action, BodyText.of(body)));
        outcome.set(null);
    }

    /** Opens a call that was saved, as it was typed. */
    void open(SavedRequest saved) {
        draft().set(Draft.of(saved.action(), saved.body()));
        outcome.set(null);
    }

    /** Reads who signs for the open account; blocks. */
    Signer signer(Connection connection) throws Exception {
        return access.signers().of(connection);
    }

    /** Sends a call that reads. */
    void read(Draft call) {
        Connection connection = session.connection();
        if (connection != null) {
            HandCalls calls = access.calls();
            ask(() -> calls.read(connection, call.action(), call.body()), false);
        }
    }

    /** Lets the embedded EdgeOne answer. */
    void mock(Draft call) {
        ask(() -> access.calls().mock(call.action(), call.body()), true);
    }

    private void ask(Callable<HandReply> asking, boolean mock) {
        busy.set(true);
        tasks.run(
                asking,
                reply -> end(new Outcome(reply.text(), reply.trouble(), null, mock)),
                trouble -> end(new Outcome(null, trouble, null, mock)));
    }

    /**
     * Plans a purge, and finds out what has to be confirmed.
     *
     * @param unknown called if the account cannot see the zone
     */
    void review(HandPurge purge, Consumer<Review> planned, Runnable unknown) {
        Connection connection = session.connection();
        if (connection == null) {
            return;
        }
        busy.set(true);
        HandCalls calls = access.calls();
        tasks.run(
                () -> {
                    Optional<Zone> zone = calls.zone(connection, purge);
                    if (zone.isEmpty()) {
                        return Optional.<Review>empty();
                    }
                    Plan plan = calls.plan(connection, purge, zone.get());
                    return Optional.of(
                            new Review(
                                    connection,
                                    plan,
                                    engine.consentNeeded(connection, plan),
                                    guard.seconds().read()));
                },
                review -> {
                    busy.set(false);
                    review.ifPresentOrElse(planned, unknown);
                },
                trouble -> end(new Outcome(null, trouble, null, false)));
    }

    /** Submits a purge like any other: it is recorded, sent and followed. */
    void submit(Review review, Consent consent) {
        Hearing hearing = access.calls().hearing();
        busy.set(true);
        Run run = runs.submit(review.connection().heard(hearing), review.plan(), consent);
        run.stateProperty()
                .map(RunState::phase)
                .subscribe(
                        phase -> {
                            if (phase != RunState.Phase.SENDING) {
                                RunState state = run.state();
                                end(
                                        new Outcome(
                                                hearing.text(),
                                                state.trouble(),
                                                state.jobId(),
                                                false));
                            }
                        });
    }

    private void end(Outcome ended) {
        busy.set(false);
        outcome.set(ended);
    }
}
