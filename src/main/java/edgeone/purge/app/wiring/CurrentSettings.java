package edgeone.purge.app.wiring;

import edgeone.purge.messages.Language;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.SettingsFile;
import edgeone.purge.settings.TeamSetting;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The settings of a home folder as they are now, and the language of this run. Thread-safe. */
public final class CurrentSettings {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentSettings.class);

    private final SettingsFile file;
    private final AtomicReference<Settings> settings;
    private final AtomicReference<Language> language;
    private final List<Runnable> teamFollowers = new CopyOnWriteArrayList<>();

    /**
     * Reads them.
     *
     * @param given the language to use for this run; null for the one in the settings, or else the
     *     system's
     */
    CurrentSettings(SettingsFile file, @Nullable Language given) throws IOException {
        this.file = file;
        Settings read = file.load().settings();
        settings = new AtomicReference<>(read);
        language =
                new AtomicReference<>(
                        Optional.ofNullable(given)
                                .or(() -> Optional.ofNullable(read.language()))
                                .orElseGet(Language::ofSystem));
    }

    public Settings now() {
        return Objects.requireNonNull(settings.get());
    }

    /** Saves a change, which is effective from now on. */
    public synchronized Settings change(UnaryOperator<Settings> change) throws IOException {
        Settings changed = file.change(change);
        take(changed);
        return changed;
    }

    /** Takes over what another process has changed in the file. */
    synchronized void lookAgain() {
        try {
            take(file.load().settings());
        } catch (IOException e) {
            LOG.debug("the settings cannot be read now: {}", e.getMessage());
        }
    }

    private void take(Settings next) {
        TeamSetting before = now().team();
        TeamSetting after = next.team();
        settings.set(next);
        if (before == null ? after != null : !before.isSameDatabase(after)) {
            teamFollowers.forEach(Runnable::run);
        }
    }

    /** Hears that another team's database is set, or none any more; on any thread. */
    public void onTeam(Runnable changed) {
        teamFollowers.add(changed);
    }

    public Language language() {
        return Objects.requireNonNull(language.get());
    }

    /** Switches the language for the rest of the run; EdgeOne is asked to answer in it too. */
    public void speak(Language next) {
        language.set(next);
    }

    public SettingsFile file() {
        return file;
    }
}
