package edgeone.purge.ui.stats;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.BuiltScreen;

import java.util.function.Function;

/** The screen of the jobs of a period, summed up. */
public final class StatsScreen extends BuiltScreen<StatsView> {
    private final StatsViewModel model;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;

    public StatsScreen(StatsViewModel model, Function<Formats, Dialogs> dialogs, FileAsk files) {
        super("stats", "fth-bar-chart-2");
        this.model = model;
        this.dialogs = dialogs;
        this.files = files;
    }

    @Override
    protected StatsView build(Formats formats) {
        return new StatsView(model, formats, dialogs.apply(formats), files);
    }

    @Override
    public void refresh() {
        model.load();
    }
}
