package edgeone.purge.ui.history;

import static edgeone.purge.ui.kit.Boxes.toggle;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.History.ReasonCount;
import edgeone.purge.engine.PurgeEngine.ConsentNeeded;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.recipes.Recipe;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.CopyField;
import edgeone.purge.ui.kit.Copying;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.QuotaTexts;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.rows.RowMenu;
import edgeone.purge.ui.shell.ask.Confirmation;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** One job: its targets with what became of them, the requests made for it, and what to do. */
final class JobPane {
    private static final int IDS_SHOWN = 4;
    private static final int REASONS_SHOWN = 8;

    private final HistoryViewModel model;
    private final Formats formats;
    private final HistoryTexts texts;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final JobCommands commands;
    private final Confirmation confirmation;
    private final Parent root;
    private final Subscription watching;
    private final ObservableList<RequestRecord> allRequests = FXCollections.observableArrayList();
    private final FilteredList<RequestRecord> shownRequests = new FilteredList<>(allRequests);
    private final RowMenu<RequestRecord> requestMenu;
    private @Nullable JobDetail shown;

    @FXML private HBox content;
    @FXML private VBox nothing;
    @FXML private Tab targetsTab;
    @FXML private Tab requestsTab;
    @FXML private ComboBox<OutcomeChoice> outcome;
    @FXML private TableView<TargetRow> targets;
    @FXML private TableView<RequestRecord> requests;
    @FXML private Label headline;
    @FXML private Label line;
    @FXML private VBox reasons;
    @FXML private VBox ids;
    @FXML private Button retry;
    @FXML private Button finish;
    @FXML private Button again;
    @FXML private Button saveRecipe;
    @FXML private Label other;

    /**
     * @param keep asks for a name and keeps a job as a recipe
     */
    JobPane(
            HistoryViewModel model,
            Formats formats,
            Navigator navigator,
            Dialogs dialogs,
            Consumer<Recipe> keep,
            JobCommands commands) {
        this.model = model;
        this.formats = formats;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.commands = commands;
        texts = new HistoryTexts(formats);
        confirmation = new Confirmation(formats, dialogs);
        root = Fxml.load(this, formats.messages());
        setUpTargets();
        requestMenu = setUpRequests();
        retry.setOnAction(_ -> retry());
        finish.setOnAction(_ -> finish());
        again.setOnAction(_ -> again());
        saveRecipe.setOnAction(_ -> save(keep));
        watching =
                model.detailProperty()
                        .subscribe(this::show)
                        .and(
                                model.outcomeProperty()
                                        .subscribe(
                                                choice -> {
                                                    outcome.setValue(choice);
                                                    showRows();
                                                }));
    }

    Parent root() {
        return root;
    }

    void close() {
        watching.unsubscribe();
    }

    private void setUpTargets() {
        targets.getColumns()
                .setAll(
                        List.of(
                                Columns.badge(
                                        formats.text("window.job.outcome"),
                                        104,
                                        this::outcomeOf,
                                        row -> Words.tone(row.state())),
                                Columns.text(
                                        formats.text("window.job.target"),
                                        340,
                                        TargetRow::target,
                                        "mono"),
                                Columns.text(
                                        formats.text("window.job.reason"), 170, JobPane::reason)));
        targets.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        targets.setPlaceholder(new Label(formats.text("window.job.noTargets")));
        targets.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        new RowMenu<>(targets, formats)
                .rowAs(JobPane::asLine)
                .keyCopies(TargetRow::target)
                .command(this::writeCommand, () -> HistoryView.noCommand(formats, dialogs))
                .filter(
                        targets.getColumns().get(0),
                        row -> model.outcomeProperty().set(OutcomeChoice.of(row.state())))
                .filter(
                        targets.getColumns().get(1),
                        row -> model.filterProperty().set(row.target()));
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

    private String outcomeOf(TargetRow row) {
        return row.equals(PagedRows.LOADING) ? "…" : texts.words().target(row.state());
    }

    private static String reason(TargetRow row) {
        String reason = row.reason() == null ? "" : row.reason();
        if (row.code() == null
                || (row.state() == TargetState.REJECTED && !reason.isEmpty())
                || reason.contains(row.code())) {
            return reason;
        }
        return reason.isEmpty() ? row.code() : row.code() + ": " + reason;
    }

    private static String asLine(TargetRow row) {
        return String.join("\t", row.state().label(), row.target(), reason(row));
    }

    private RowMenu<RequestRecord> setUpRequests() {
        Function<RequestRecord, String> requestId = r -> r.requestId() == null ? "" : r.requestId();
        requests.getColumns()
                .setAll(
                        List.of(
                                Columns.whole(
                                        formats.text("window.request.when"),
                                        80,
                                        r -> formats.when(r.at()),
                                        r -> formats.utc(r.at())),
                                Columns.text(
                                        formats.text("window.request.action"),
                                        150,
                                        RequestRecord::action),
                                Columns.number(
                                        formats.text("window.request.batch"),
                                        56,
                                        r -> r.batch() == 0 ? "–" : formats.count(r.batch())),
                                Columns.number(
                                        formats.text("window.request.took"),
                                        52,
                                        r -> formats.count(r.tookMillis())),
                                Columns.text(
                                        formats.text("window.request.code"),
                                        100,
                                        r -> r.code() == null ? "OK" : r.code(),
                                        r -> r.message() == null ? "" : r.message()),
                                Columns.text(
                                        formats.text("window.request.id"),
                                        150,
                                        requestId,
                                        "mono")));
        requests.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        requests.setPlaceholder(new Label(formats.text("window.job.noRequests")));
        requests.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        requests.setItems(shownRequests);
        return new RowMenu<>(requests, formats)
                .rowAs(JobPane::asLine)
                .keyCopies(requestId)
                .narrows(shownRequests);
    }

    private void writeCommand(List<TargetRow> rows, Consumer<String> line) {
        JobDetail detail = shown;
        if (detail != null) {
            line.accept(commands.targets(detail.summary().job(), rows));
        }
    }

    private static String asLine(RequestRecord r) {
        return String.join(
                "\t",
                r.at().toString(),
                r.action(),
                r.code() == null ? "OK" : r.code(),
                r.requestId() == null ? "" : r.requestId(),
                r.message() == null ? "" : r.message());
    }

    private void show(@Nullable JobDetail detail) {
        JobDetail before = shown;
        shown = detail;
        toggle(content, detail != null);
        toggle(nothing, detail == null);
        if (detail == null) {
            targets.setItems(FXCollections.emptyObservableList());
            return;
        }
        JobSummary summary = detail.summary();
        if (before == null || !before.summary().equals(summary)) {
            showRows();
        }
        targetsTab.setText(formats.text("window.job.targets", summary.targets().total()));
        requestsTab.setText(formats.text("window.job.requests", detail.requests().size()));
        if (before == null || !before.jobId().equals(detail.jobId())) {
            requestMenu.widen();
        }
        if (!detail.requests().equals(allRequests)) {
            allRequests.setAll(detail.requests());
        }
        QuotaWait waits = detail.waits();
        headline.setText(
                texts.headline(summary.targets())
                        + (waits == null ? "" : "\n" + QuotaTexts.waits(formats, waits)));
        Job job = summary.job();
        line.setText(
                formats.text(
                        "window.job.line",
                        texts.words().targets(job.type(), summary.targets().total()),
                        texts.words().method(job.method()),
                        texts.zone(summary)));
        showReasons(detail);
        showIds(detail);
        showActions(detail);
    }

    private void showRows() {
        JobDetail detail = shown;
        if (detail != null) {
            targets.setItems(model.rows(detail));
        }
    }

    private void showReasons(JobDetail detail) {
        reasons.getChildren()
                .setAll(detail.reasons().stream().limit(REASONS_SHOWN).map(this::row).toList());
        int more = detail.reasons().size() - REASONS_SHOWN;
        if (more > 0) {
            reasons.getChildren().add(new Label(formats.text("window.plan.more", more)));
        }
        toggle(reasons, !detail.reasons().isEmpty());
    }

    private Node row(ReasonCount reason) {
        Label text = new Label(VisibleText.of(texts.reason(reason)));
        text.setWrapText(true);
        Label count = new Label(formats.count(reason.count()));
        count.getStyleClass().add("strong");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        return new HBox(10, text, count);
    }

    private void showIds(JobDetail detail) {
        ids.getChildren()
                .setAll(
                        new JobOrigin(formats, detail.summary().job().provenance()),
                        id(formats.text("window.job.id"), detail.jobId()));
        List<String> tasks = detail.taskIds();
        tasks.stream()
                .limit(IDS_SHOWN)
                .forEach(task -> ids.getChildren().add(id(formats.text("window.job.task"), task)));
        if (tasks.size() > IDS_SHOWN) {
            Label more = new Label(formats.text("window.plan.more", tasks.size() - IDS_SHOWN));
            ids.getChildren()
                    .add(
                            new HBox(
                                    6,
                                    more,
                                    Copying.link(
                                            formats.messages(), () -> String.join("\n", tasks))));
        }
    }

    private Node id(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        CopyField field = new CopyField();
        field.show(value);
        field.setAccessibleText(name);
        var copy = Copying.link(formats.messages(), () -> value);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, label, field, copy);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void showActions(JobDetail detail) {
        boolean mine = model.isMine(detail);
        boolean possible = detail.needed() != ConsentNeeded.IMPOSSIBLE;
        retry.setText(formats.text("window.job.retry", detail.retryable()));
        toggle(retry, detail.retryable() > 0);
        retry.setDisable(!mine || !possible);
        toggle(finish, detail.summary().resumable());
        finish.setDisable(!mine || !possible);
        toggle(other, !mine || detail.summary().ownedElsewhere());
        other.setText(
                formats.text(
                        detail.summary().ownedElsewhere()
                                ? "window.job.elsewhere"
                                : "window.job.otherAccount"));
    }

    boolean isShown() {
        return shown != null;
    }

    boolean mayRetry() {
        return isShown() && retry.isVisible() && !retry.isDisabled();
    }

    boolean mayFinish() {
        return isShown() && finish.isVisible() && !finish.isDisabled();
    }

    void finish() {
        model.finish(dialogs::error);
    }

    void retry() {
        JobDetail detail = shown;
        if (detail != null) {
            model.question(detail, needed -> retry(detail, needed), dialogs::error);
        }
    }

    private void retry(JobDetail detail, ConsentNeeded needed) {
        if (needed == ConsentNeeded.NOTHING) {
            model.retry(detail, Consent.NONE, dialogs::error);
        } else {
            confirmation.ask(
                    formats.text(
                            "window.job.retryWhat",
                            texts.words()
                                    .targets(detail.summary().job().type(), detail.retryable())),
                    detail.summary().job().type(),
                    texts.zone(detail.summary()),
                    needed,
                    consent -> model.retry(detail, consent, dialogs::error));
        }
    }

    void again() {
        JobDetail detail = shown;
        if (detail != null) {
            model.form(detail, form -> navigator.open(new Place.Purge(form)), dialogs::error);
        }
    }

    private void save(Consumer<Recipe> keep) {
        JobDetail detail = shown;
        if (detail != null) {
            Job job = detail.summary().job();
            model.form(
                    detail, form -> keep.accept(Recipe.of(job, form.lines(), "")), dialogs::error);
        }
    }
}
