package edgeone.purge.ui.settings;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.Appearance;
import edgeone.purge.ui.shell.screen.BuiltScreen;

/** The Settings screen. */
public final class SettingsScreen extends BuiltScreen<SettingsView> {
    private final SettingsViewModel model;
    private final Appearance appearance;
    private final FileAsk files;

    public SettingsScreen(SettingsViewModel model, Appearance appearance, FileAsk files) {
        super("settings", "fth-sliders");
        this.model = model;
        this.appearance = appearance;
        this.files = files;
    }

    @Override
    protected SettingsView build(Formats formats) {
        model.load();
        return new SettingsView(model, appearance, formats, files);
    }

    @Override
    public void refresh() {
        model.load();
    }
}
