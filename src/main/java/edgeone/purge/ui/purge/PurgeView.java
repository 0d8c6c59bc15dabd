package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.growing;
import static edgeone.purge.ui.kit.Boxes.row;
import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.purge.find.Finding;
import edgeone.purge.ui.purge.form.AroundChoice;
import edgeone.purge.ui.purge.form.FormPart;
import edgeone.purge.ui.purge.form.MethodChoice;
import edgeone.purge.ui.purge.form.PrefetchChoice;
import edgeone.purge.ui.purge.form.TagDomains;
import edgeone.purge.ui.purge.form.Targets;
import edgeone.purge.ui.purge.form.TypeChoice;
import edgeone.purge.ui.purge.intake.Incoming;
import edgeone.purge.ui.purge.plan.PlanCommand;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.purge.split.Splitting;
import edgeone.purge.ui.recipes.RecipeShelf;
import edgeone.purge.ui.shell.screen.ScreenView;
import edgeone.purge.ui.shell.session.Session;
import edgeone.purge.ui.shortcuts.Keys;
import edgeone.purge.ui.shortcuts.WindowAction;

import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Lays out the screen: the form and, beside it, the plan or the run. */
final class PurgeView implements ScreenView {
    private final PurgeViewModel model;
    private final Dialogs dialogs;
    private final TypeChoice types;
    private final MethodChoice methods;
    private final TagDomains domains;
    private final PrefetchChoice prefetch;
    private final AroundChoice around;
    private final Targets targets;
    private final TargetEditor editor;
    private final Incoming incoming;
    private final Finding finding;
    private final LineSigns signs;
    private final Submitting submitting;
    private final Splitting splitting;
    private final GoRow goRow;
    private final StackPane side = styled(new StackPane(), "side-place");
    private final HBox root;
    private final FormCommand command;
    private final Supplier<SideCards> cards;
    private final List<Subscription> watching = new ArrayList<>();

    /** Null until the first frame is drawn. */
    private @Nullable SideCards beside;

    PurgeView(
            PurgeViewModel model,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            FileAsk files,
            RecipeShelf shelf,
            PlanCommand lines) {
        this.model = model;
        this.dialogs = dialogs;
        Session session = model.session();
        types = new TypeChoice(formats, session);
        methods = new MethodChoice(formats, session, model.form());
        domains = new TagDomains(formats, session, model.form());
        prefetch = new PrefetchChoice(formats, session, model.form().prefetch());
        around = new AroundChoice(formats, session, model.form());
        targets = new Targets(formats, session, model.form());
        editor = targets.editor();
        incoming = new Incoming(formats, editor, model.reading(), dialogs, files);
        finding = new Finding(editor, formats, model.finding());
        signs = new LineSigns(formats, model, editor);
        submitting = new Submitting(model, formats, dialogs, this::scrollUp);
        splitting =
                new Splitting(
                        formats,
                        session,
                        model.split(),
                        model.permission(),
                        dialogs,
                        submitting::ask,
                        (planned, confirmed) ->
                                submitting.submitSplit(
                                        planned,
                                        confirmed,
                                        () -> navigator.open(new Place.History(null))));
        goRow =
                new GoRow(
                        formats,
                        row(8, incoming.open(), splitting.button()),
                        signs::caretFate,
                        () -> model.next(true),
                        this::act);
        command = new FormCommand(model, formats, dialogs, lines);
        cards =
                () ->
                        new SideCards(
                                model,
                                formats,
                                navigator,
                                dialogs,
                                files,
                                shelf,
                                editor,
                                submitting,
                                command::copy);
        root = styled(new HBox(form(), side), "screen");
        listen();
        watch();
    }

    private VBox form() {
        FlowPane choices = new FlowPane(28, 8, types.root(), methods.root());
        VBox form =
                growing(
                        sparse(
                                new VBox(
                                        choices,
                                        domains.root(),
                                        prefetch.root(),
                                        targets.root(),
                                        finding.root(),
                                        incoming.bar(),
                                        around.root(),
                                        goRow.root())));
        form.setMinWidth(0);
        return styled(form, "form");
    }

    private List<FormPart> parts() {
        return List.of(types, methods, domains, prefetch, targets, around);
    }

    private void listen() {
        editor.listen(
                model.form()::editing,
                lines -> {
                    incoming.edited(lines);
                    model.form().setLines(lines);
                    look();
                });
        editor.listenCaret(
                () -> {
                    goRow.caretMoved();
                    look();
                });
        // Whether or not there is anything to submit, the editor must not take it for a new line.
        Keys.before(root, WindowAction.SUBMIT, this::submit);
    }

    private void look() {
        if (beside != null) {
            beside.look();
        }
    }

    private void watch() {
        watching.add(model.planning().reviewProperty().subscribe(_ -> signs.mark()));
        watching.add(model.actionProperty().subscribe(this::showAction));
        watching.add(model.submission().endProperty().subscribe(_ -> showEnd()));
        watching.add(model.failureProperty().subscribe(this::showFailure));
    }

    @Override
    public void complete() {
        SideCards made = cards.get();
        beside = made;
        side.getChildren().setAll(made.root());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        editor.focus();
    }

    /** Reads again what other processes may have changed. */
    void refresh() {
        if (beside != null) {
            beside.refresh();
        }
    }

    /** Fills in the form by a recipe, unless it is locked or the recipe is gone. */
    void use(String recipe) {
        if (model.actionProperty().get() instanceof Action.Sent) {
            model.next(false);
        }
        if (beside != null) {
            beside.use(recipe);
        }
    }

    /** Stops listening to the view model, which outlives the view. */
    @Override
    public void close() {
        watching.forEach(Subscription::unsubscribe);
        parts().forEach(FormPart::close);
        incoming.close();
        splitting.close();
        goRow.close();
        if (beside != null) {
            beside.close();
        }
    }

    private void showAction(Action action) {
        boolean editing = action.isEditing();
        parts().forEach(part -> part.lock(!editing));
        incoming.lock(!editing);
        splitting.lock(!editing || model.session().connection() == null);
        showEnd();
        goRow.show(action);
    }

    private void showEnd() {
        signs.showEnd();
        goRow.caretMoved();
    }

    private void showFailure(@Nullable Exception failure) {
        if (failure != null) {
            dialogs.error(failure);
        }
    }

    private void act() {
        switch (model.actionProperty().get()) {
            case Action.Ready(Review review) -> submitting.submit(review);
            case Action.Sent _ -> {
                model.next(false);
                editor.focus();
            }
            case Action.Sending _, Action.Refused _, Action.Blocked _ -> {
                // The button is disabled.
            }
        }
    }

    /** Submits the plan, if there is one that can be. */
    void submit() {
        if (isReady()) {
            act();
        }
    }

    boolean isReady() {
        return model.actionProperty().get() instanceof Action.Ready;
    }

    FormCommand command() {
        return command;
    }

    /** Closes the bar that is open, or moves the focus to the editor. */
    void back() {
        if (!finding.close()) {
            focus();
        }
    }

    boolean listsTargets() {
        return editor.isVisible();
    }

    Finding finding() {
        return finding;
    }

    TypeChoice types() {
        return types;
    }

    boolean mayOpen() {
        return incoming.open().isVisible() && !incoming.open().isDisabled();
    }

    void open() {
        incoming.open().fire();
    }

    private void scrollUp() {
        if (beside != null) {
            beside.scrollUp();
        }
    }
}
