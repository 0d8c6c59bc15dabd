package edgeone.purge.ui.explorer;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.shell.screen.BuiltScreen;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.List;
import java.util.function.Function;

/** The screen that makes calls by hand. */
public final class ExplorerScreen extends BuiltScreen<ExplorerView> {
    private final ExplorerViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;

    public ExplorerScreen(
            ExplorerViewModel model, Navigator navigator, Function<Formats, Dialogs> dialogs) {
        super("explorer", "fth-terminal");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                offer(WindowAction.SEND_CALL, ExplorerView::canSend, ExplorerView::send),
                offer(WindowAction.MOCK_CALL, ExplorerView::canSend, ExplorerView::mock),
                offer(WindowAction.SAVE_REQUEST, ExplorerView::canSave, ExplorerView::save),
                offer(WindowAction.SAVED_REQUESTS, ExplorerView::saved));
    }

    @Override
    protected ExplorerView build(Formats formats) {
        if (model.draftProperty().get().text().equals("{}")) {
            model.choose(model.draftProperty().get().action());
        }
        return new ExplorerView(model, formats, navigator, dialogs.apply(formats));
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Explorer(String action, String body)) {
            model.open(action, body);
        }
        focus();
    }

    @Override
    public void refresh() {
        ExplorerView view = built();
        if (view != null) {
            view.refresh();
        }
    }
}
