package edgeone.purge.ui.history.job;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.ui.history.export.ExportDialog;
import edgeone.purge.ui.history.export.ExportModel;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.JobTexts;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.QuotaTexts;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.table.TableLayouts;
import edgeone.purge.ui.steps.StepLine;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** One job: its targets with what became of them, the requests made for it, and what to do. */
public final class JobPane {
    private final JobModel model;
    private final Formats formats;
    private final JobTexts texts;
    private final Parent root;
    private final TargetTable targetTable;
    private final RequestTable requestTable;
    private final ReasonCards reasonCards;
    private final JobLinks jobLinks;
    private final StepLine stepLine;
    private final JobButtons jobButtons;
    private final Subscription watching;

    @FXML private HBox content;
    @FXML private VBox nothing;
    @FXML private Tab targetsTab;
    @FXML private Tab requestsTab;
    @FXML private ComboBox<OutcomeChoice> outcome;
    @FXML private TableView<TargetRow> targets;
    @FXML private TableView<RequestRecord> requests;
    @FXML private Label headline;
    @FXML private Label line;
    @FXML private VBox steps;
    @FXML private VBox reasons;
    @FXML private VBox links;
    @FXML private VBox ids;
    @FXML private Button retry;
    @FXML private Button finish;
    @FXML private Button again;
    @FXML private Button edit;
    @FXML private Button saveRecipe;
    @FXML private Button export;
    @FXML private Button evidence;
    @FXML private Button calls;
    @FXML private Label other;
    @FXML private Label tags;

    public JobPane(
            JobModel model,
            JobWork work,
            JobUses uses,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            ExportModel running,
            ExportDialog exports,
            TableLayouts layouts) {
        this.model = model;
        this.formats = formats;
        texts = new JobTexts(formats);
        root = Fxml.load(this, formats.messages());
        targetTable = new TargetTable(targets, model, uses, formats, layouts);
        requestTable = new RequestTable(requests, formats, layouts);
        reasonCards = new ReasonCards(reasons, model, formats);
        jobLinks =
                new JobLinks(
                        ids,
                        links,
                        formats,
                        model::choose,
                        name -> navigator.open(new Place.Recipe(name)));
        jobButtons =
                new JobButtons(
                        new JobButtons.Buttons(
                                retry, finish, again, edit, saveRecipe, export, evidence, calls),
                        model,
                        work,
                        uses.keep(),
                        formats,
                        navigator,
                        dialogs,
                        exports);
        stepLine = new StepLine(formats);
        steps.getChildren().setAll(stepLine.root());
        setUpOutcome();
        watching =
                model.detailProperty()
                        .subscribe(this::show)
                        .and(model.outcomeProperty().subscribe(c -> outcome.setValue(c)))
                        .and(
                                model.reasonProperty()
                                        .subscribe(_ -> show(model.detailProperty().get())))
                        .and(
                                running.progressProperty()
                                        .subscribe(
                                                p -> {
                                                    export.setDisable(p != null);
                                                    evidence.setDisable(p != null);
                                                }));
    }

    public Parent root() {
        return root;
    }

    public void close() {
        watching.unsubscribe();
        targetTable.close();
        requestTable.close();
    }

    /** What can be done about the job that is shown. */
    public JobButtons buttons() {
        return jobButtons;
    }

    private void setUpOutcome() {
        outcome.getItems().setAll(OutcomeChoice.values());
        outcome.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable OutcomeChoice choice) {
                        return choice == null
                                ? ""
                                : formats.text("window.outcome." + choice.name());
                    }

                    @Override
                    public OutcomeChoice fromString(String text) {
                        return OutcomeChoice.ALL;
                    }
                });
        outcome.valueProperty()
                .subscribe(
                        choice -> {
                            if (choice != null) {
                                model.outcomeProperty().set(choice);
                            }
                        });
    }

    private void show(@Nullable JobDetail detail) {
        toggle(content, detail != null);
        toggle(nothing, detail == null);
        if (detail == null) {
            return;
        }
        JobSummary summary = detail.summary();
        targetsTab.setText(formats.text("window.job.targets", summary.targets().total()));
        requestsTab.setText(formats.text("window.job.requests", detail.requests().size()));
        requestTable.show(detail.jobId(), detail.requests());
        QuotaWait waits = detail.waits();
        headline.setText(
                texts.headline(summary.targets())
                        + (waits == null ? "" : "\n" + QuotaTexts.waits(formats, waits)));
        Job job = summary.job();
        line.setText(
                formats.text(
                        "window.job.line",
                        texts.words().targets(job.type(), summary.targets().total()),
                        texts.words().how(job),
                        texts.zone(summary)));
        stepLine.show(detail.steps());
        toggle(steps, detail.steps().size() > 1);
        reasonCards.show(job.type(), detail.reasons());
        jobLinks.show(detail);
        jobButtons.show(detail);
        toggle(other, !model.isMine(detail) || summary.ownedElsewhere());
        other.setText(other(detail));
        toggle(tags, detail.isForeign() && job.type() == PurgeType.CACHE_TAG);
    }

    /** Why less can be done about it than about a job of ours. */
    private String other(JobDetail of) {
        if (of.isForeign()) {
            return formats.text("window.job.notFromHere");
        }
        if (of.isColleagues()) {
            Provenance from = of.summary().job().provenance();
            return formats.text(
                    model.mayPurgeAgain(of)
                            ? "window.job.colleagues"
                            : "window.job.colleaguesElsewhere",
                    VisibleText.of(Objects.requireNonNullElse(from.user(), "–")),
                    VisibleText.of(Objects.requireNonNullElse(from.host(), "–")));
        }
        return formats.text(
                of.summary().ownedElsewhere() ? "window.job.elsewhere" : "window.job.otherAccount");
    }
}
