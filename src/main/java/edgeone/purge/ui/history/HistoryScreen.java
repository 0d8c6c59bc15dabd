package edgeone.purge.ui.history;

import edgeone.purge.ui.kit.Dialogs;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.shell.Screen;

import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** The screen of the jobs. */
public final class HistoryScreen implements Screen {
    private final HistoryViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private @Nullable HistoryView view;

    public HistoryScreen(
            HistoryViewModel model, Navigator navigator, Function<Formats, Dialogs> dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String icon() {
        return "fth-clock";
    }

    @Override
    public Parent view(Formats formats) {
        if (view != null) {
            view.close();
        }
        HistoryView built = new HistoryView(model, formats, navigator, dialogs.apply(formats));
        view = built;
        model.load();
        return built.root();
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.History(String jobId) && jobId != null) {
            model.reveal(jobId);
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
        model.refresh();
    }
}
