package edgeone.purge.ui.purge;

import static edgeone.purge.ui.kit.Boxes.styled;
import static edgeone.purge.ui.kit.Boxes.toggle;
import static edgeone.purge.ui.kit.Sparse.sparse;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.purge.doctor.DoctorCard;
import edgeone.purge.ui.purge.editor.TargetEditor;
import edgeone.purge.ui.purge.plan.PlanPane;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.purge.plan.ThenLine;
import edgeone.purge.ui.purge.run.EndPane;
import edgeone.purge.ui.purge.run.RunPane;
import edgeone.purge.ui.recipes.RecipeCard;
import edgeone.purge.ui.recipes.RecipeShelf;
import edgeone.purge.ui.shell.run.Run;
import edgeone.purge.ui.shell.session.Session;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/** The cards beside the form: the plan or the run, the caret's line, the recipes. */
final class SideCards {
    private final PurgeViewModel model;
    private final TroubleCard trouble;
    private final RunPane runPane;
    private final EndPane endPane;
    private final DoctorCard doctor;
    private final ThenLine then;
    private final PlanPane planPane;
    private final RecipeCard recipes;
    private final ScrollPane root;
    private final Subscription watching;

    /**
     * @param submitting retries what a purge left
     * @param copyCommand copies the plan as a command line
     */
    SideCards(
            PurgeViewModel model,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            FileAsk files,
            RecipeShelf shelf,
            TargetEditor editor,
            Submitting submitting,
            Runnable copyCommand) {
        this.model = model;
        Session session = model.session();
        trouble = new TroubleCard(formats, session::refresh);
        runPane = new RunPane(formats, navigator, model.submission()::cancel);
        endPane = new EndPane(formats, submitting::retry, () -> model.fix(editor::keepOnly));
        doctor = new DoctorCard(formats, dialogs, model.doctor(), editor);
        then = new ThenLine(formats, session, model.planning(), model.form().around());
        planPane = new PlanPane(formats, editor, model.form().fitProperty(), then, copyCommand);
        recipes =
                new RecipeCard(
                        formats,
                        dialogs,
                        files,
                        shelf,
                        new FormRecipes(formats, session, model.form(), editor));
        VBox cards =
                sparse(
                        new VBox(
                                trouble.root(),
                                runPane.root(),
                                endPane.root(),
                                doctor.root(),
                                planPane.root(),
                                recipes.root()));
        root = styled(new ScrollPane(styled(cards, "side-content")), "side");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        watching = watch(session);
    }

    private Subscription watch(Session session) {
        return Subscription.combine(
                model.planning().reviewProperty().subscribe(this::showReview),
                session.factsProperty().subscribe(planPane::showQuotas),
                session.factsProperty().subscribe(_ -> showAge()),
                session.factsFreshProperty().subscribe(_ -> showAge()),
                model.recent().recentProperty().subscribe(planPane::showRecent),
                model.recent().teamProperty().subscribe(planPane::showTeam),
                model.submission().runProperty().subscribe(runPane::watch),
                model.submission().steps().stepsProperty().subscribe(runPane::showSteps),
                model.submission().endProperty().subscribe(_ -> showEnd()),
                model.actionProperty().subscribe(this::showAction),
                model.linkTroubleProperty().subscribe(trouble::show));
    }

    ScrollPane root() {
        return root;
    }

    /** The caret is on another line, or the lines have changed. */
    void look() {
        doctor.look();
    }

    /** Reads again what other processes may have changed. */
    void refresh() {
        recipes.refresh();
    }

    /** Fills in the form by a recipe, unless it is locked or the recipe is gone. */
    void use(String recipe) {
        recipes.use(recipe);
    }

    void scrollUp() {
        root.setVvalue(0);
    }

    /** Stops listening to the view model, which outlives the view. */
    void close() {
        watching.unsubscribe();
        recipes.close();
        doctor.close();
        then.close();
        runPane.watch(null);
    }

    private void showReview(@Nullable Review review) {
        planPane.show(review, model.session().quota());
    }

    /** A plan of what was known last time says so. */
    private void showAge() {
        ZoneFacts facts = model.session().factsProperty().get();
        boolean old = facts != null && !model.session().factsFreshProperty().get();
        planPane.showAge(old ? facts.readAt() : null);
    }

    private void showAction(Action action) {
        boolean editing = action.isEditing();
        recipes.lock(!editing);
        doctor.lock(!editing);
        toggle(planPane.root(), editing);
        showEnd();
    }

    private void showEnd() {
        Run run = model.submission().runProperty().get();
        endPane.show(model.submission().endProperty().get(), run != null && run.ended());
    }
}
