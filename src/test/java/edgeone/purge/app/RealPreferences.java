package edgeone.purge.app;

import edgeone.purge.app.window.Preferences;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.journal.file.MigrationWatch;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.secrets.PassphraseSource;
import edgeone.purge.ui.settings.SettingsAccess;

import java.nio.file.Path;
import java.util.Map;

/** What the Settings screen works with in the program, for one home folder. */
public final class RealPreferences implements AutoCloseable {
    public static final String PASSPHRASE = "open sesame, please";

    private final Wiring wiring;

    public RealPreferences(Path home) {
        this(home, PASSPHRASE);
    }

    public RealPreferences(Path home, String passphrase) {
        this(home, passphrase, Map.of());
    }

    public RealPreferences(Path home, Map<String, String> environment) {
        this(home, PASSPHRASE, environment);
    }

    private RealPreferences(Path home, String passphrase, Map<String, String> environment) {
        PassphraseSource source = _ -> passphrase.toCharArray();
        GlobalOptions options = new GlobalOptions(home, null, null, null, false, null);
        wiring = Wiring.open(options, environment, source, new KnownSecrets(), MigrationWatch.NONE);
    }

    public SettingsAccess access() {
        return Preferences.of(wiring);
    }

    public Wiring wiring() {
        return wiring;
    }

    @Override
    public void close() {
        wiring.close();
    }
}
