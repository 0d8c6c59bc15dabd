package edgeone.purge.ui.settings;

import edgeone.purge.ui.kit.FileAsk;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.Appearance;
import edgeone.purge.ui.shell.Screen;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

/** The screen of the settings. */
public final class SettingsScreen implements Screen {
    private final SettingsViewModel model;
    private final Appearance appearance;
    private final FileAsk files;
    private @Nullable SettingsView view;

    public SettingsScreen(SettingsViewModel model, Appearance appearance, FileAsk files) {
        this.model = model;
        this.appearance = appearance;
        this.files = files;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String icon() {
        return "fth-sliders";
    }

    @Override
    public Parent view(Formats formats) {
        if (view != null) {
            view.close();
        }
        SettingsView built = new SettingsView(model, appearance, formats, files);
        view = built;
        return built.root();
    }

    @Override
    public void arrive(Place place) {
        focus();
    }

    @Override
    public void focus() {
        if (view != null) {
            view.focus();
        }
    }

    @Override
    public void refresh() {
        model.load();
    }
}
