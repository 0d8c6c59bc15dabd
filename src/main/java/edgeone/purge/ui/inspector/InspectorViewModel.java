package edgeone.purge.ui.inspector;

import edgeone.purge.engine.calls.Calls;
import edgeone.purge.engine.calls.LookUp;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallDetail;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.model.call.CallText;
import edgeone.purge.ui.code.CallCommands;
import edgeone.purge.ui.code.CodeSource;
import edgeone.purge.ui.inspector.body.Body;
import edgeone.purge.ui.inspector.list.CallListModel;
import edgeone.purge.ui.inspector.lookup.LookUpModel;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** The calls that are listed, and the one that is chosen. */
public final class InspectorViewModel {
    private final Calls calls;
    private final Session session;
    private final Tasks tasks;
    private final CallListModel list;
    private final LookUpModel lookUp;
    private final CallCommands commands;
    private final Latest reading;
    private final ReadOnlyObjectWrapper<@Nullable Call> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    public InspectorViewModel(Calls calls, Session session, Tasks tasks, CallCommands commands) {
        this.calls = calls;
        this.session = session;
        this.tasks = tasks;
        this.commands = commands;
        list = new CallListModel(calls, tasks);
        lookUp = new LookUpModel(new LookUp(calls), tasks);
        reading = tasks.latest();
    }

    /** A call with its bodies, ready to be shown. */
    record Shown(Call call, Body request, Body reply) {
        static Shown of(CallDetail detail) {
            return new Shown(detail.call(), Body.of(detail.request()), Body.of(detail.reply()));
        }
    }

    /** Shows a call. */
    void choose(Call call) {
        Call before = chosen.get();
        if (before != null && before.number() == call.number()) {
            return;
        }
        chosen.set(call);
        reading.run(
                () -> calls.find(call.number()).map(Shown::of),
                found -> {
                    trouble.set(null);
                    shown.set(found.orElse(null));
                },
                why -> {
                    shown.set(null);
                    trouble.set(why);
                });
    }

    /** Lists the calls of a job, whatever is filtered. */
    void reveal(String jobId) {
        list.filterProperty().set(CallFilter.ALL.withJob(jobId));
        list.load();
    }

    /** Lists one call, whatever is filtered, and shows it. */
    void reveal(Call call) {
        list.filterProperty().set(CallFilter.ALL.withText(call.id()));
        choose(call);
    }

    /**
     * A recorded call as a command line.
     *
     * @param line takes it later; empty where there is none
     */
    void commandLine(Call call, Consumer<String> line, Consumer<? super Exception> failed) {
        tasks.run(
                () -> calls.find(call.number()).map(CallDetail::request).orElse(CallText.NONE),
                request -> {
                    String body = request.text();
                    if (body == null || request.cut()) {
                        line.accept("");
                    } else {
                        tasks.run(
                                commands.of(call.action(), body),
                                written -> line.accept(written.orElse("")),
                                failed);
                    }
                },
                failed);
    }

    CallCommands commands() {
        return commands;
    }

    LookUpModel lookUp() {
        return lookUp;
    }

    Tasks tasks() {
        return tasks;
    }

    /**
     * The call that is shown, to be made with the open account; null if there is none, or its
     * request was not kept whole.
     */
    @Nullable CodeSource source() {
        Shown call = shown.get();
        CallText request = call == null ? CallText.NONE : call.request().kept();
        String body = request.text();
        return call == null || body == null || request.cut()
                ? null
                : new CodeSource(
                        call.call().action(), body, CodeSource.endpoint(session.connection()));
    }

    CallListModel list() {
        return list;
    }

    ReadOnlyObjectProperty<@Nullable Call> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Null while it is read, and where none is chosen or it is no longer kept. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Exception> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
