package edgeone.purge.ui.history;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shell.screen.BuiltScreen;

import java.util.function.Function;

/** The screen of the jobs. */
public final class HistoryScreen extends BuiltScreen<HistoryView> {
    private final HistoryViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;

    public HistoryScreen(
            HistoryViewModel model, Navigator navigator, Function<Formats, Dialogs> dialogs) {
        super("history", "fth-clock");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @Override
    protected HistoryView build(Formats formats) {
        model.load();
        return new HistoryView(model, formats, navigator, dialogs.apply(formats));
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.History(String jobId) && jobId != null) {
            model.reveal(jobId);
        } else {
            // Another process may have worked, and an account have another name, since it was left.
            model.load();
        }
        focus();
    }

    @Override
    public void refresh() {
        model.refresh();
    }
}
