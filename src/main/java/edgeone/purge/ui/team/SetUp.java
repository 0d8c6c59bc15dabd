package edgeone.purge.ui.team;

import edgeone.purge.secrets.Secret;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.desk.TeamTrial;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.team.Said.Deed;
import edgeone.purge.ui.team.Said.Part;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.function.Consumer;

/** Tries a database, keeps it, and leaves it. Passwords are wiped once they are used. */
final class SetUp {
    private final TeamDesk desk;
    private final Doing doing;
    private final Tasks tasks;
    private final Latest trying;
    private final Runnable changed;

    /**
     * @param changed run when another database is set, or none any more
     */
    SetUp(TeamDesk desk, Doing doing, Tasks tasks, Runnable changed) {
        this.desk = desk;
        this.doing = doing;
        this.tasks = tasks;
        this.changed = changed;
        trying = tasks.latestCall();
    }

    /**
     * Connects, and keeps nothing.
     *
     * @param password as typed, wiped here; empty for the one that is kept
     */
    void test(TeamEntry entry, char[] password) {
        withAddress(
                entry,
                password,
                (address, typed) ->
                        attempt(
                                Work.TESTING,
                                typed,
                                () -> desk.trial().look(address, typed),
                                result -> {
                                    close(typed);
                                    doing.end(new Said.Tested(result));
                                }));
    }

    /**
     * Connects, and keeps address and password if they are right.
     *
     * @param password as typed, wiped here; empty for the one that is kept
     */
    void connect(TeamEntry entry, StoreKind store, char[] password) {
        withAddress(
                entry,
                password,
                (address, typed) ->
                        attempt(
                                Work.CONNECTING,
                                typed,
                                () -> desk.trial().prepare(address, typed),
                                result -> {
                                    if (result.isRight()) {
                                        keep(address, store, typed, new Said.Connected(result));
                                    } else {
                                        close(typed);
                                        doing.end(new Said.Connected(result));
                                    }
                                }));
    }

    /** Keeps address and password without connecting. */
    void keep(TeamEntry entry, StoreKind store, char[] password) {
        withAddress(
                entry,
                password,
                (address, typed) ->
                        keep(address, store, typed, new Said.Done(Part.FORM, Deed.KEPT, "")));
    }

    private void keep(TeamAddress address, StoreKind store, @Nullable Secret typed, Said then) {
        doing.begin(Work.KEEPING);
        tasks.run(
                () -> {
                    desk.keep(address, store, typed);
                    return true;
                },
                _ -> {
                    close(typed);
                    doing.end(then);
                    changed.run();
                },
                e -> failed(typed, e));
    }

    /** Gives up connecting. */
    void cancel() {
        if (doing.workProperty().get().isCancelable()) {
            trying.drop();
            doing.end(new Said.Done(Part.FORM, Deed.STOPPED, ""));
        }
    }

    /** Forgets address and password. */
    void leave() {
        doing.run(
                Work.LEAVING,
                Part.FORM,
                () -> {
                    desk.off();
                    return true;
                },
                _ -> {
                    changed.run();
                    return new Said.Done(Part.FORM, Deed.LEFT, "");
                });
    }

    /** One connection that can be given up. */
    private interface Attempt {
        TeamTrial.Result make();
    }

    private void attempt(
            Work kind,
            @Nullable Secret typed,
            Attempt attempt,
            Consumer<TeamTrial.Result> answered) {
        doing.begin(kind);
        trying.run(attempt::make, answered, e -> failed(typed, e));
    }

    /** What is done with an address and a password as typed. */
    private interface Step {
        void with(TeamAddress address, @Nullable Secret typed);
    }

    private void withAddress(TeamEntry entry, char[] password, Step step) {
        TeamAddress address = entry.address().orElse(null);
        if (address == null) {
            entry.problem().ifPresent(problem -> doing.end(new Said.Wrong(problem)));
        } else {
            step.with(address, password.length == 0 ? null : new Secret(password, null));
        }
        Arrays.fill(password, '\0');
    }

    private void failed(@Nullable Secret typed, Exception trouble) {
        close(typed);
        doing.end(new Said.Failed(Part.FORM, trouble));
    }

    private static void close(@Nullable Secret typed) {
        if (typed != null) {
            typed.close();
        }
    }
}
