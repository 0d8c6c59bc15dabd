package edgeone.purge.ui.history;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.recipes.NameDialog;
import edgeone.purge.ui.recipes.RecipeShelf;
import edgeone.purge.ui.shell.screen.BuiltScreen;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.List;
import java.util.function.Function;

/** The screen of the jobs. */
public final class HistoryScreen extends BuiltScreen<HistoryView> {
    private final HistoryViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;
    private final TableLayouts layouts;
    private final RecipeShelf recipes;
    private final JobCommands commands;

    public HistoryScreen(
            HistoryViewModel model,
            Navigator navigator,
            Function<Formats, Dialogs> dialogs,
            FileAsk files,
            TableLayouts layouts,
            RecipeShelf recipes,
            JobCommands commands) {
        super("history", "fth-clock");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.files = files;
        this.layouts = layouts;
        this.recipes = recipes;
        this.commands = commands;
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                offer(WindowAction.FILTER_JOBS, HistoryView::focusFilter),
                offer(WindowAction.SYNC, v -> v.syncLine().mayAsk(), _ -> model.syncs().ask()),
                offer(
                        WindowAction.RETRY_FAILED,
                        v -> v.jobButtons().mayRetry(),
                        v -> v.jobButtons().retry()),
                offer(
                        WindowAction.FINISH_JOB,
                        v -> v.jobButtons().mayFinish(),
                        v -> v.jobButtons().finish()),
                offer(
                        WindowAction.PURGE_AGAIN,
                        v -> v.jobButtons().mayRunAgain(),
                        v -> v.jobButtons().runAgain()),
                offer(
                        WindowAction.SHOW_CALLS,
                        v -> v.jobButtons().mayShowCalls(),
                        v -> v.jobButtons().showCalls()));
    }

    @Override
    protected HistoryView build(Formats formats) {
        model.load();
        Dialogs asking = dialogs.apply(formats);
        NameDialog names = new NameDialog(formats, asking, recipes);
        return new HistoryView(
                model, formats, navigator, asking, files, layouts, names::ask, commands);
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
