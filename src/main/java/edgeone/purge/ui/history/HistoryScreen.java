package edgeone.purge.ui.history;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.shell.screen.BuiltScreen;

import java.util.function.Function;

/** The screen of the jobs. */
public final class HistoryScreen extends BuiltScreen<HistoryView> {
    private final HistoryViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;
    private final TableLayouts layouts;

    public HistoryScreen(
            HistoryViewModel model,
            Navigator navigator,
            Function<Formats, Dialogs> dialogs,
            FileAsk files,
            TableLayouts layouts) {
        super("history", "fth-clock");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.files = files;
        this.layouts = layouts;
    }

    @Override
    protected HistoryView build(Formats formats) {
        model.load();
        return new HistoryView(model, formats, navigator, dialogs.apply(formats), files, layouts);
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
