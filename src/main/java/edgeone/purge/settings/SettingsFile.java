package edgeone.purge.settings;

import edgeone.purge.files.FileGuard;
import edgeone.purge.files.PrivateFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** The settings of a home folder, in {@code settings.json}. Thread-safe. */
public final class SettingsFile {
    static final String NAME = "settings.json";

    private final PrivateFile file;
    private final Clock clock;
    private final SettingsJson json = new SettingsJson();

    /**
     * Does not read the file yet.
     *
     * @param home folder that holds {@code settings.json}; created when first needed
     */
    public SettingsFile(Path home, Clock clock) {
        this.file = new PrivateFile(home.resolve(NAME));
        this.clock = clock;
    }

    /**
     * The settings read from the file.
     *
     * @param setAside where a damaged file was moved, so that the user can be told; null if it was
     *     intact
     */
    public record Loaded(Settings settings, @Nullable Path setAside) {}

    /**
     * Reads the settings; the defaults if there is no file. Keeps what can be read of a damaged
     * file and sets the file itself aside.
     */
    public Loaded load() throws IOException {
        byte[] bytes = file.read().orElse(null);
        if (bytes == null) {
            return new Loaded(Settings.STANDARD, null);
        }
        SettingsJson.Content content = json.read(bytes);
        if (!content.damaged()) {
            return new Loaded(content.settings(), null);
        }
        try (FileGuard _ = FileGuard.of(file)) {
            return mended();
        }
    }

    /** The raw file, for support; empty if there is none. */
    public String text() throws IOException {
        return new String(file.read().orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    /**
     * Changes the settings as they are on disk, so that another window's changes are kept.
     *
     * @return the new settings
     */
    public Settings change(UnaryOperator<Settings> change) throws IOException {
        try (FileGuard _ = FileGuard.of(file)) {
            Settings changed = change.apply(mended().settings());
            file.write(json.write(changed, file.read().orElse(new byte[0])));
            return changed;
        }
    }

    private Loaded mended() throws IOException {
        byte[] bytes = file.read().orElse(null);
        if (bytes == null) {
            return new Loaded(Settings.STANDARD, null);
        }
        SettingsJson.Content content = json.read(bytes);
        if (!content.damaged()) {
            return new Loaded(content.settings(), null);
        }
        Path aside = file.setAside(clock);
        file.write(json.write(content.settings(), bytes));
        return new Loaded(content.settings(), aside);
    }
}
