package edgeone.purge.ui.purge;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.BuiltScreen;

import java.util.function.Function;

/** The screen that plans and sends a purge. */
public final class PurgeScreen extends BuiltScreen<PurgeView> {
    private final PurgeViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;

    public PurgeScreen(
            PurgeViewModel model,
            Navigator navigator,
            Function<Formats, Dialogs> dialogs,
            FileAsk files) {
        super("purge", "fth-zap");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.files = files;
    }

    @Override
    protected PurgeView build(Formats formats) {
        return new PurgeView(model, formats, navigator, dialogs.apply(formats), files);
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Purge(Place.Form form) && form != null) {
            model.fill(form);
        }
        focus();
    }

    @Override
    public void refresh() {
        model.session().refresh();
    }
}
