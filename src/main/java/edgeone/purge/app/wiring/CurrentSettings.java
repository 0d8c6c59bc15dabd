package edgeone.purge.app.wiring;

import edgeone.purge.messages.Language;
import edgeone.purge.settings.Settings;
import edgeone.purge.settings.SettingsFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The settings of a home folder as they are now, and the language of this run. Thread-safe. */
public final class CurrentSettings {
    private final SettingsFile file;
    private final AtomicReference<Settings> settings;
    private final AtomicReference<Language> language;

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
    public Settings change(UnaryOperator<Settings> change) throws IOException {
        Settings changed = file.change(change);
        settings.set(changed);
        return changed;
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
