package edgeone.purge.ui.settings;

import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.chain.ChainReport.Broken;
import edgeone.purge.model.NoteRule;
import edgeone.purge.settings.Network;
import edgeone.purge.settings.ProxySetting;
import edgeone.purge.settings.Settings;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.shell.session.Session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The settings, and the result of the last change. */
public final class SettingsViewModel {
    private static final int LONGEST_SETTLE = 3_600;

    private final SettingsAccess access;
    private final Session session;
    private final Tasks tasks;
    private final Latest loading;
    private final ReadOnlyObjectWrapper<@Nullable Settings> settings =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

    public SettingsViewModel(SettingsAccess access, Session session, Tasks tasks) {
        this.access = access;
        this.session = session;
        this.tasks = tasks;
        loading = tasks.latest();
        load();
    }

    /** The part of the screen a result is shown in. */
    enum Part {
        LOOK,
        PURGING,
        NOTE,
        NETWORK,
        AUDIT,
        SUPPORT
    }

    /** The result of the last change: exactly one of done, problems and trouble is not null. */
    sealed interface Said {
        Part part();

        /** Success. Texts: {@code settings.done.…}. */
        record Done(Part part, Deed deed, List<String> details) implements Said {}

        /** Something is wrong with the history. Texts: {@code settings.found.…}. */
        record Found(Part part, String what, List<String> details) implements Said {}

        /** The input is invalid. */
        record Wrong(Part part, List<NetworkEntry.Problem> problems) implements Said {}

        /** The change failed. */
        record Failed(Part part, Exception trouble) implements Said {}
    }

    /** What succeeded. */
    enum Deed {
        SAVED,
        SETTLE_SAVED,
        COUNTDOWN_SAVED,
        NOTE_SAVED,
        INTACT,
        HEAD_COPIED,
        RENDERING_SAVED,
        PASSWORD_REMOVED,
        BUNDLE_SAVED,
        BUNDLE_SAVED_UNREAD
    }

    /** Reloads the settings. */
    void load() {
        loading.run(
                access.store()::load,
                settings::set,
                e -> said.set(new Said.Failed(Part.NETWORK, e)));
    }

    /** Saves how long a task must be missing at EdgeOne before it counts as never accepted. */
    boolean saveSettle(String seconds) {
        var number = NetworkEntry.number(seconds, LONGEST_SETTLE);
        if (number.isEmpty()) {
            return false;
        }
        run(
                Part.PURGING,
                () -> access.store().change(s -> s.withSettleSeconds(number.get())),
                saved -> {
                    settings.set(saved);
                    done(Part.PURGING, Deed.SETTLE_SAVED, List.of());
                });
        return true;
    }

    /**
     * Saves how long a purge that reaches far can be stopped before it leaves.
     *
     * @param seconds 3 to 60, or 0 for none
     */
    void saveCountdown(int seconds) {
        run(
                Part.PURGING,
                () -> access.store().change(s -> s.withCountdownSeconds(seconds)),
                saved -> {
                    settings.set(saved);
                    done(Part.PURGING, Deed.COUNTDOWN_SAVED, List.of());
                });
    }

    /**
     * Saves whether each purge needs a note.
     *
     * @param pattern a regular expression; blank for any note
     * @return false if it is not one
     */
    boolean saveNoteRule(boolean required, String pattern) {
        NoteRule rule;
        try {
            rule = new NoteRule(required, pattern.isBlank() ? null : pattern.strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        run(
                Part.NOTE,
                () -> access.store().change(s -> s.withNoteRule(rule)),
                saved -> {
                    settings.set(saved);
                    done(Part.NOTE, Deed.NOTE_SAVED, List.of());
                });
        return true;
    }

    /**
     * Checks that nobody changed the history.
     *
     * @param head a hash kept elsewhere; blank for none
     */
    void verify(String head) {
        String wanted = head.isBlank() ? null : head.strip().toLowerCase(Locale.ROOT);
        run(
                Part.AUDIT,
                () -> access.audit().verify(wanted, () -> false).orElseThrow(),
                report -> said.set(result(report)));
    }

    private static Said result(ChainReport report) {
        return switch (report.broken()) {
            case Broken.Entry(long n) -> found("entry", n);
            case Broken.Job(String id) -> found("job", id);
            case Broken.Safety(long row) -> found("safety", row);
            case null ->
                    report.isIntact()
                            ? new Said.Done(
                                    Part.AUDIT,
                                    Deed.INTACT,
                                    List.of(String.valueOf(report.entries())))
                            : found("head", "");
        };
    }

    private static Said found(String what, Object detail) {
        return new Said.Found(Part.AUDIT, what, List.of(String.valueOf(detail)));
    }

    /** Gives the hash of the newest entry of the history. */
    void head(Consumer<String> taken) {
        run(
                Part.AUDIT,
                access.audit()::head,
                head -> {
                    taken.accept(head.hash());
                    done(Part.AUDIT, Deed.HEAD_COPIED, List.of(head.hash()));
                });
    }

    /** Switches software rendering on or off, from the next start on. */
    void saveSoftwareRendering(boolean chosen) {
        run(
                Part.LOOK,
                () -> access.store().change(s -> s.withSoftwareRendering(chosen)),
                saved -> {
                    settings.set(saved);
                    done(Part.LOOK, Deed.RENDERING_SAVED, List.of());
                });
    }

    /**
     * Saves the network settings and signs in again with them.
     *
     * @param password the proxy's, wiped here; empty keeps the stored one
     * @param thisRun whether to keep the password only until the program ends
     */
    void saveNetwork(NetworkEntry entry, char[] password, boolean thisRun) {
        List<NetworkEntry.Problem> problems = entry.problems();
        if (!problems.isEmpty()) {
            Arrays.fill(password, '\0');
            said.set(new Said.Wrong(Part.NETWORK, problems));
            return;
        }
        Network network = entry.network();
        run(
                Part.NETWORK,
                () -> {
                    try {
                        access.store().check(network);
                        if (password.length > 0 && takesPassword(network)) {
                            access.password().keep(password, thisRun);
                        }
                        return access.store().change(s -> s.withNetwork(network));
                    } finally {
                        Arrays.fill(password, '\0');
                    }
                },
                saved -> {
                    settings.set(saved);
                    done(Part.NETWORK, Deed.SAVED, List.of());
                    session.reopen();
                });
    }

    private static boolean takesPassword(Network network) {
        return network.proxy() instanceof ProxySetting.Own own && own.user() != null;
    }

    /** Forgets the proxy's password. */
    void removePassword() {
        run(
                Part.NETWORK,
                () -> {
                    access.password().remove();
                    return true;
                },
                _ -> done(Part.NETWORK, Deed.PASSWORD_REMOVED, List.of()));
    }

    /** Creates a support bundle. */
    void saveBundle(Path file, boolean withTargets) {
        run(
                Part.SUPPORT,
                () -> access.bundle().save(file, withTargets),
                unread -> {
                    if (unread.isEmpty()) {
                        done(Part.SUPPORT, Deed.BUNDLE_SAVED, List.of(file.toString()));
                    } else {
                        done(
                                Part.SUPPORT,
                                Deed.BUNDLE_SAVED_UNREAD,
                                List.of(file.toString(), String.join(", ", unread)));
                    }
                });
    }

    private void done(Part part, Deed deed, List<String> details) {
        said.set(new Said.Done(part, deed, details));
    }

    private <T> void run(Part part, Callable<T> work, Consumer<T> done) {
        said.set(null);
        busy.set(true);
        tasks.run(
                work,
                answer -> {
                    busy.set(false);
                    done.accept(answer);
                },
                e -> {
                    busy.set(false);
                    said.set(new Said.Failed(part, e));
                });
    }

    SettingsAccess.About about() {
        return access.about();
    }

    /** Null until they have been read. */
    ReadOnlyObjectProperty<@Nullable Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Null until something has changed. */
    ReadOnlyObjectProperty<@Nullable Said> saidProperty() {
        return said.getReadOnlyProperty();
    }
}
