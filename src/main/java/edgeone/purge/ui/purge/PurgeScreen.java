package edgeone.purge.ui.purge;

import edgeone.purge.commandline.CommandLines;
import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.ui.purge.find.Finding;
import edgeone.purge.ui.purge.plan.PlanCommand;
import edgeone.purge.ui.recipes.RecipeShelf;
import edgeone.purge.ui.shell.screen.BuiltScreen;
import edgeone.purge.ui.shortcuts.Offer;
import edgeone.purge.ui.shortcuts.WindowAction;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The screen that plans and sends a purge. */
public final class PurgeScreen extends BuiltScreen<PurgeView> {
    private final PurgeViewModel model;
    private final Navigator navigator;
    private final Function<Formats, Dialogs> dialogs;
    private final FileAsk files;
    private final RecipeShelf recipes;
    private final PlanCommand command;

    public PurgeScreen(
            PurgeViewModel model,
            Navigator navigator,
            Function<Formats, Dialogs> dialogs,
            FileAsk files,
            RecipeShelf recipes,
            CommandLines lines,
            Tasks tasks) {
        super("purge", "fth-zap");
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.files = files;
        this.recipes = recipes;
        command = new PlanCommand(lines, tasks);
    }

    @Override
    protected PurgeView build(Formats formats) {
        return new PurgeView(
                model, formats, navigator, dialogs.apply(formats), files, recipes, command);
    }

    @Override
    public void back() {
        PurgeView view = built();
        if (view != null) {
            view.back();
        }
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                offer(WindowAction.SUBMIT, PurgeView::isReady, PurgeView::submit),
                offer(
                        WindowAction.COPY_COMMAND,
                        v -> v.command().isThere(),
                        v -> v.command().copy()),
                offer(WindowAction.OPEN_FILE, PurgeView::mayOpen, PurgeView::open),
                inTargets(WindowAction.FIND, Finding::find),
                inTargets(WindowAction.GO_TO_LINE, Finding::goToLine),
                inTargets(WindowAction.FIND_NEXT, f -> f.step(1)),
                inTargets(WindowAction.FIND_PREVIOUS, f -> f.step(-1)),
                type(WindowAction.TYPE_URL, PurgeType.URL),
                type(WindowAction.TYPE_PREFIX, PurgeType.PREFIX),
                type(WindowAction.TYPE_HOST, PurgeType.HOST),
                type(WindowAction.TYPE_CACHE_TAG, PurgeType.CACHE_TAG),
                type(WindowAction.TYPE_ALL, PurgeType.ALL),
                type(WindowAction.TYPE_PREFETCH, PurgeType.PREFETCH));
    }

    private Offer inTargets(WindowAction action, Consumer<Finding> run) {
        return offer(action, PurgeView::listsTargets, v -> run.accept(v.finding()));
    }

    private Offer type(WindowAction action, PurgeType type) {
        return offer(action, v -> !v.types().isLocked(), v -> v.types().choose(type));
    }

    @Override
    public void arrive(Place place) {
        if (place instanceof Place.Purge(Place.Form form) && form != null) {
            model.fill(form);
        }
        focus();
        PurgeView view = built();
        if (view != null && place instanceof Place.Recipe(String name)) {
            view.use(name);
        }
    }

    @Override
    public void refresh() {
        model.session().refresh();
        PurgeView view = built();
        if (view != null) {
            view.refresh();
        }
    }
}
