package edgeone.purge.ui.inspector;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.shell.screen.BuiltScreen;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.List;
import java.util.function.Function;

/** The screen of the API calls. */
public final class InspectorScreen extends BuiltScreen<InspectorView> {
    private final InspectorViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private final TableLayouts layouts;

    public InspectorScreen(
            InspectorViewModel model,
            Navigator navigator,
            Function<Formats, Dialogs> dialogs,
            TableLayouts layouts) {
        super("inspector", "fth-activity");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.layouts = layouts;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                offer(WindowAction.FILTER_CALLS, v -> v.filterBar().focusText()),
                offer(WindowAction.LOOK_UP, InspectorView::lookUp),
                offer(WindowAction.FAILED_CALLS, v -> v.filterBar().toggleFailed()),
                offer(WindowAction.HIDE_READS, v -> v.filterBar().toggleReads()),
                offer(
                        WindowAction.SHOW_JOB,
                        v -> v.callPane().hasJob(),
                        v -> v.callPane().openJob()),
                offer(
                        WindowAction.CALL_AS_CODE,
                        v -> v.callPane().hasSource(),
                        v -> v.callPane().toggleCode()),
                offer(
                        WindowAction.EXPLORE_CALL,
                        v -> v.callPane().hasSource(),
                        v -> v.callPane().explore()));
    }

    @Override
    protected InspectorView build(Formats formats) {
        model.list().load();
        return new InspectorView(model, formats, navigator, dialogs.apply(formats), layouts);
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Calls(String jobId) && jobId != null) {
            model.reveal(jobId);
        } else {
            model.list().load();
        }
        focus();
    }

    @Override
    public void refresh() {
        model.list().load();
    }
}
