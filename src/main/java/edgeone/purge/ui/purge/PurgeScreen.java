package edgeone.purge.ui.purge;

import edgeone.purge.ui.kit.Dialogs;
import edgeone.purge.ui.kit.FileAsk;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.Screen;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** The screen that plans and sends a purge. */
public final class PurgeScreen implements Screen {
    private final PurgeViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;
    private @Nullable PurgeView view;

    public PurgeScreen(
            PurgeViewModel model,
            Navigator navigator,
            Function<Formats, Dialogs> dialogs,
            FileAsk files) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.files = files;
    }

    @Override
    public String name() {
        return "purge";
    }

    @Override
    public String icon() {
        return "fth-zap";
    }

    @Override
    public Parent view(Formats formats) {
        if (view != null) {
            view.close();
        }
        PurgeView built = new PurgeView(model, formats, navigator, dialogs.apply(formats), files);
        view = built;
        return built.root();
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Purge(Place.Form form) && form != null) {
            model.fill(form);
        }
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
        model.session().refresh();
    }
}
