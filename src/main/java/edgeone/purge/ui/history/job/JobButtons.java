package edgeone.purge.ui.history.job;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.export.Exporter;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.guard.FarPurge;
import edgeone.purge.ui.guard.Guard;
import edgeone.purge.ui.history.job.JobWork.Question;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.JobTexts;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.ask.Confirmation;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The buttons of a job. */
public final class JobButtons {
    private final JobWork work;
    private final JobModel model;
    private final Formats formats;
    private final JobTexts texts;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final Confirmation confirmation;
    private final Guard guard;
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
            FileAsk files) {
        this.buttons = buttons;
        this.model = model;
        this.work = work;
        this.formats = formats;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.files = files;
        texts = new JobTexts(formats);
        confirmation = new Confirmation(formats, dialogs);
        guard = new Guard(formats, dialogs, work.guard().nanos());
        buttons.retry().setOnAction(_ -> onShown(this::retry));
        buttons.finish().setOnAction(_ -> finish());
        buttons.again().setOnAction(_ -> onShown(this::again));
        buttons.edit().setOnAction(_ -> onShown(this::edit));
        buttons.saveRecipe().setOnAction(_ -> onShown(of -> save(of, keep)));
        buttons.export().setOnAction(_ -> onShown(this::export));
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
        buttons.retry().setDisable(!mine || !possible);
        toggle(buttons.finish(), of.summary().resumable());
        buttons.finish().setDisable(!mine || !possible);
        buttons.again().setDisable(!mine || !possible);
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
        work.question(
                of,
                question -> {
                    if (question.consent() == ConsentNeeded.NOTHING && !question.reach().isFar()) {
                        work.retry(of, Consent.NONE, dialogs::error);
                    } else {
                        ask(
                                of,
                                question,
                                of.retryable(),
                                formats.text("window.job.retryWhat", targets(of, of.retryable())),
                                consent -> work.retry(of, consent, dialogs::error));
                    }
                },
                dialogs::error);
    }

    private void again(JobDetail of) {
        work.planAgain(of, plan -> again(of, plan), dialogs::error);
    }

    private void again(JobDetail of, Plan plan) {
        work.question(
                of,
                question ->
                        ask(
                                of,
                                question,
                                plan.targets(),
                                formats.text(
                                        "window.go.purge",
                                        targets(of, plan.targets()),
                                        plan.batches().size()),
                                consent -> work.runAgain(of, plan, consent, dialogs::error)),
                dialogs::error);
    }

    private void ask(
            JobDetail of, Question question, int count, String what, Consumer<Consent> confirmed) {
        Job job = of.summary().job();
        String zone = texts.zone(of.summary());
        if (question.reach().isFar()) {
            PurgeMethod method = job.method();
            guard.ask(
                    new FarPurge(
                            what,
                            question.reach(),
                            method == null ? PurgeMethod.INVALIDATE : method,
                            zone,
                            question.account(),
                            count,
                            question.seconds()),
                    confirmed);
        } else {
            confirmation.ask(what, job.type(), zone, question.consent(), confirmed);
        }
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
        Job job = of.summary().job();
        Optional<Path> file =
                files.save(
                        buttons.export().getScene().getWindow(),
                        formats.text("window.job.exportTitle"),
                        "job-" + job.id() + ".csv");
        file.ifPresent(to -> export(of, to));
    }

    private void export(JobDetail of, Path file) {
        String name = String.valueOf(file.getFileName());
        Optional<Exporter.Format> format =
                Exporter.Format.ofLabel(name.substring(name.lastIndexOf('.') + 1));
        if (format.isEmpty()) {
            dialogs.say(
                    formats.text("window.job.exportTitle"),
                    formats.text("window.job.exportFormat", name));
            return;
        }
        buttons.export().setDisable(true);
        work.export(
                of,
                formats.messages(),
                file,
                format.get(),
                count -> {
                    buttons.export().setDisable(false);
                    dialogs.say(
                            formats.text("window.job.exportTitle"),
                            formats.text("window.job.exported", count, file.toString()));
                },
                trouble -> {
                    buttons.export().setDisable(false);
                    dialogs.error(trouble);
                });
    }
}
