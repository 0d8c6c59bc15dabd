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
    }

    /** Reloads the settings. */
    void load() {
        loading.run(
                access.store()::load,
                settings::set,
                e -> said.set(new Said.Failed(Said.Part.NETWORK, e)));
    }

    /** Saves how long a task must be missing at EdgeOne before it counts as never accepted. */
    boolean saveSettle(String seconds) {
        var number = NetworkEntry.number(seconds, LONGEST_SETTLE);
        if (number.isEmpty()) {
            return false;
        }
        run(
                Said.Part.PURGING,
                () -> access.store().change(s -> s.withSettleSeconds(number.get())),
                saved -> {
                    settings.set(saved);
                    done(Said.Part.PURGING, Said.Deed.SETTLE_SAVED, List.of());
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
                Said.Part.PURGING,
                () -> access.store().change(s -> s.withCountdownSeconds(seconds)),
                saved -> {
                    settings.set(saved);
                    done(Said.Part.PURGING, Said.Deed.COUNTDOWN_SAVED, List.of());
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
                Said.Part.NOTE,
                () -> access.store().change(s -> s.withNoteRule(rule)),
                saved -> {
                    settings.set(saved);
                    done(Said.Part.NOTE, Said.Deed.NOTE_SAVED, List.of());
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
                Said.Part.AUDIT,
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
                                    Said.Part.AUDIT,
                                    Said.Deed.INTACT,
                                    List.of(String.valueOf(report.entries())))
                            : found("head", "");
        };
    }

    private static Said found(String what, Object detail) {
        return new Said.Found(Said.Part.AUDIT, what, List.of(String.valueOf(detail)));
    }

    /** Gives the hash of the newest entry of the history. */
    void head(Consumer<String> taken) {
        run(
                Said.Part.AUDIT,
                access.audit()::head,
                head -> {
                    taken.accept(head.hash());
                    done(Said.Part.AUDIT, Said.Deed.HEAD_COPIED, List.of(head.hash()));
                });
    }

    /** Switches software rendering on or off, from the next start on. */
    void saveSoftwareRendering(boolean chosen) {
        run(
                Said.Part.LOOK,
                () -> access.store().change(s -> s.withSoftwareRendering(chosen)),
                saved -> {
                    settings.set(saved);
                    done(Said.Part.LOOK, Said.Deed.RENDERING_SAVED, List.of());
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
            said.set(new Said.Wrong(Said.Part.NETWORK, problems));
            return;
        }
        Network network = entry.network();
        run(
                Said.Part.NETWORK,
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
                    done(Said.Part.NETWORK, Said.Deed.SAVED, List.of());
                    session.reopen();
                });
    }

    private static boolean takesPassword(Network network) {
        return network.proxy() instanceof ProxySetting.Own own && own.user() != null;
    }

    /** Forgets the proxy's password. */
    void removePassword() {
        run(
                Said.Part.NETWORK,
                () -> {
                    access.password().remove();
                    return true;
                },
                _ -> done(Said.Part.NETWORK, Said.Deed.PASSWORD_REMOVED, List.of()));
    }

    /** Creates a support bundle. */
    void saveBundle(Path file, boolean withTargets) {
        run(
                Said.Part.SUPPORT,
                () -> access.bundle().save(file, withTargets),
                unread -> {
                    if (unread.isEmpty()) {
                        done(Said.Part.SUPPORT, Said.Deed.BUNDLE_SAVED, List.of(file.toString()));
                    } else {
                        done(
                                Said.Part.SUPPORT,
                                Said.Deed.BUNDLE_SAVED_UNREAD,
                                List.of(file.toString(), String.join(", ", unread)));
                    }
                });
    }

    private void done(Said.Part part, Said.Deed deed, List<String> details) {
        said.set(new Said.Done(part, deed, details));
    }

    private <T> void run(Said.Part part, Callable<T> work, Consumer<T> done) {
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
