package edgeone.purge.ui.history.job;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.Job;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.WhichJobs;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.guard.AskedPurge;
import edgeone.purge.ui.guard.Questions;
import edgeone.purge.ui.history.export.ExportDialog;
import edgeone.purge.ui.history.job.JobWork.Question;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.JobTexts;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The buttons of a job. */
public final class JobButtons {
    private final JobWork work;
    private final JobModel model;
    private final Formats formats;
    private final JobTexts texts;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final ExportDialog exports;
    private final Questions questions;
    private final Buttons buttons;
    private @Nullable JobDetail shown;

    /** What is pressed. */
    record Buttons(
            Button retry,
            Button finish,
            Button again,
            Button edit,
            Button saveRecipe,
            Button export,
            Button evidence,
            Button calls) {}

    /**
     * @param keep asks for a name and keeps a job as a recipe
     */
    JobButtons(
            Buttons buttons,
            JobModel model,
            JobWork work,
            Consumer<Recipe> keep,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            ExportDialog exports) {
        this.buttons = buttons;
        this.model = model;
        this.work = work;
        this.formats = formats;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.exports = exports;
        texts = new JobTexts(formats);
        questions = new Questions(formats, dialogs, work.guard().nanos());
        buttons.retry().setOnAction(_ -> onShown(this::retry));
        buttons.finish().setOnAction(_ -> finish());
        buttons.again().setOnAction(_ -> onShown(this::again));
        buttons.edit().setOnAction(_ -> onShown(this::edit));
        buttons.saveRecipe().setOnAction(_ -> onShown(of -> save(of, keep)));
        buttons.export().setOnAction(_ -> onShown(this::export));
        buttons.evidence().setOnAction(_ -> onShown(this::prove));
        buttons.calls().setOnAction(_ -> showCalls());
    }

    /** Does something with a job. */
    @FunctionalInterface
    private interface Doing {
        void with(JobDetail job);
    }

    private void onShown(Doing doing) {
        JobDetail job = shown;
        if (job != null) {
            doing.with(job);
        }
    }

    void show(JobDetail of) {
        shown = of;
        boolean mine = model.isMine(of);
        boolean possible = of.needed() != ConsentNeeded.IMPOSSIBLE;
        buttons.retry().setText(formats.text("window.job.retry", of.retryable()));
        toggle(buttons.retry(), of.retryable() > 0);
        buttons.retry().setDisable(!model.mayRetry(of) || !possible);
        toggle(buttons.finish(), of.summary().resumable());
        buttons.finish().setDisable(!mine || !possible);
        toggle(buttons.saveRecipe(), !of.summary().job().type().isPrefetch());
        // Evidence and calls are in the journal that made them.
        toggle(buttons.evidence(), !of.isColleagues());
        toggle(buttons.calls(), !of.isColleagues());
        buttons.again().setDisable(!model.mayPurgeAgain(of) || !possible);
    }

    public boolean mayRetry() {
        return isOffered(buttons.retry());
    }

    public void retry() {
        onShown(this::retry);
    }

    public boolean mayFinish() {
        return isOffered(buttons.finish());
    }

    public void finish() {
        work.finish(model::load, dialogs::error);
    }

    public boolean mayRunAgain() {
        return isOffered(buttons.again());
    }

    public void runAgain() {
        onShown(this::again);
    }

    public boolean mayShowCalls() {
        return isOffered(buttons.calls());
    }

    public void showCalls() {
        onShown(of -> navigator.open(new Place.Calls(of.jobId())));
    }

    private boolean isOffered(Node button) {
        return model.detailProperty().get() != null && button.isVisible() && !button.isDisabled();
    }

    private void retry(JobDetail of) {
        String what =
                formats.text(
                        of.summary().job().type().isPrefetch()
                                ? "window.job.prefetchAgain"
                                : "window.job.retryWhat",
                        targets(of, of.retryable()));
        work.question(
                of,
                question ->
                        questions.ask(
                                asked(of, question, of.retryable(), what),
                                consent -> work.retry(of, noted(of, consent), dialogs::error)),
                dialogs::error);
    }

    /** The journal does not know a colleague's job: the note names the one that is retried. */
    private Consent noted(JobDetail of, Consent consent) {
        if (!of.isColleagues()) {
            return consent;
        }
        Job job = of.summary().job();
        String names =
                formats.text(
                        "window.job.retriesColleagues",
                        job.id(),
                        Objects.requireNonNullElse(job.provenance().user(), "–"));
        String note = Objects.requireNonNullElse(job.provenance().note(), "");
        String kept =
                note.substring(0, Math.min(note.length(), NoteRule.LONGEST - names.length() - 1));
        return consent.withNote((kept + " " + names).strip());
    }

    /**
     * Somebody else's tags go to the form: EdgeOne does not list the domains they were limited to.
     */
    private void again(JobDetail of) {
        if (of.isForeign() && of.summary().job().type() == PurgeType.CACHE_TAG) {
            edit(of);
        } else {
            work.planAgain(of, plan -> again(of, plan), dialogs::error);
        }
    }

    private void again(JobDetail of, Plan plan) {
        String what =
                formats.text(
                        plan.type().isPrefetch() ? "window.go.prefetch" : "window.go.purge",
                        targets(of, plan.targets()),
                        plan.batches().size());
        work.question(
                of,
                question ->
                        questions.ask(
                                asked(of, question, plan.targets(), what).always(),
                                consent -> work.runAgain(of, plan, consent, dialogs::error)),
                dialogs::error);
    }

    private AskedPurge asked(JobDetail of, Question question, int count, String what) {
        Job job = of.summary().job();
        return new AskedPurge(
                what,
                job.type(),
                job.method(),
                question.reach(),
                question.consent(),
                texts.zone(of.summary()),
                question.account(),
                count,
                question.seconds());
    }

    private String targets(JobDetail of, int count) {
        return texts.words().targets(of.summary().job().type(), count);
    }

    private void edit(JobDetail of) {
        work.form(of, form -> navigator.open(new Place.Purge(form)), dialogs::error);
    }

    private void save(JobDetail of, Consumer<Recipe> keep) {
        Job job = of.summary().job();
        work.form(of, form -> keep.accept(Recipe.of(job, form.lines(), "")), dialogs::error);
    }

    private void export(JobDetail of) {
        exports.ask(
                of.history(),
                new WhichJobs.Named(List.of(of.jobId())),
                buttons.export().getScene().getWindow(),
                formats.text("window.job.exportTitle"),
                "job-" + of.jobId() + ".csv");
    }

    private void prove(JobDetail of) {
        exports.askForEvidence(of.jobId(), buttons.evidence().getScene().getWindow());
    }
}
