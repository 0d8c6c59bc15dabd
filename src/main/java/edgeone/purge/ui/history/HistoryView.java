package edgeone.purge.ui.history;

import edgeone.purge.model.JobSummary;
import edgeone.purge.ui.kit.Columns;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Fxml;
import edgeone.purge.ui.kit.Navigator;
import edgeone.purge.ui.kit.OneOf;
import edgeone.purge.ui.kit.Place;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.shell.screen.ScreenView;

import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The jobs, and below them the one that is chosen. */
final class HistoryView implements ScreenView {
    private final HistoryViewModel model;
    private final Formats formats;
    private final HistoryTexts texts;
    private final Navigator navigator;
    private final JobPane jobPane;
    private final Parent root;
    private final Map<StateChip, ToggleButton> chipButtons = new EnumMap<>(StateChip.class);
    private final PauseTransition typed = new PauseTransition(Duration.millis(250));
    private final List<Subscription> watching = new ArrayList<>();
    private boolean selecting;

    @FXML private TextField filter;
    @FXML private HBox chips;
    @FXML private ComboBox<TimeRange> range;
    @FXML private CheckBox everyAccount;
    @FXML private Button refresh;
    @FXML private SplitPane split;
    @FXML private TableView<JobSummary> jobs;
    @FXML private VBox placeholder;

    HistoryView(HistoryViewModel model, Formats formats, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.formats = formats;
        this.navigator = navigator;
        texts = new HistoryTexts(formats);
        root = Fxml.load(this, formats.messages());
        jobPane = new JobPane(model, formats, navigator, dialogs);
        split.getItems().add(jobPane.root());
        SplitPane.setResizableWithParent(jobPane.root(), true);
        split.setDividerPositions(0.45);
        setUpFilter();
        setUpTable();
        watch();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void close() {
        watching.forEach(Subscription::unsubscribe);
        everyAccount.selectedProperty().unbindBidirectional(model.everyAccountProperty());
        jobs.setItems(FXCollections.emptyObservableList());
        jobPane.close();
    }

    private void setUpFilter() {
        filter.setText(model.filterProperty().get());
        typed.setOnFinished(_ -> model.filterProperty().set(filter.getText()));
        filter.textProperty()
                .subscribe(
                        (before, now) -> {
                            if (!now.equals(model.filterProperty().get())) {
                                typed.playFromStart();
                            }
                        });
        OneOf<StateChip> group = new OneOf<>(model.chipProperty()::set);
        for (StateChip chip : StateChip.values()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().setAll("chip");
            button.setId("chip-" + chip.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            group.add(button, chip);
            chipButtons.put(chip, button);
            chips.getChildren().add(button);
        }
        range.getItems().setAll(TimeRange.values());
        range.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable TimeRange of) {
                        return of == null ? "" : formats.text("window.range." + of.name());
                    }

                    @Override
                    public TimeRange fromString(String text) {
                        return TimeRange.ALWAYS;
                    }
                });
        range.setValue(model.rangeProperty().get());
        range.valueProperty()
                .subscribe(
                        of -> {
                            if (of != null) {
                                model.rangeProperty().set(of);
                            }
                        });
        everyAccount.selectedProperty().bindBidirectional(model.everyAccountProperty());
        refresh.setOnAction(_ -> model.refresh());
    }

    private void setUpTable() {
        List<TableColumn<JobSummary, JobSummary>> columns =
                List.of(
                        Columns.badge(
                                formats.text("window.history.state"),
                                124,
                                texts::state,
                                job -> Words.tone(job.state())),
                        Columns.whole(
                                formats.text("window.history.when"),
                                132,
                                job -> formats.when(job.job().createdAt()),
                                job -> formats.utc(job.job().createdAt())),
                        Columns.text(
                                formats.text("window.history.account"),
                                100,
                                job -> job.job().account()),
                        Columns.text(
                                formats.text("window.history.zone"),
                                110,
                                texts::zone,
                                job -> texts.zone(job) + " · " + job.job().zoneId()),
                        Columns.whole(
                                formats.text("window.history.type"),
                                66,
                                job -> texts.words().type(job.job().type())),
                        Columns.whole(
                                formats.text("window.history.method"),
                                120,
                                job -> texts.words().method(job.job().method())),
                        Columns.number(
                                formats.text("window.history.targets"),
                                72,
                                job -> formats.count(job.targets().total())),
                        Columns.number(
                                formats.text("window.history.failed"),
                                64,
                                job -> formats.count(job.targets().notPurged())),
                        Columns.number(formats.text("window.history.took"), 58, texts::took));
        jobs.getColumns().setAll(columns);
        jobs.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        jobs.setItems(model.jobs());
        jobs.setPlaceholder(placeholder);
        jobs.setAccessibleText(formats.text("window.history.jobs"));
        jobs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        job -> {
                            if (job != null && !selecting) {
                                model.choose(job.job().id());
                            }
                        });
    }

    private void watch() {
        watching.add(model.countsProperty().subscribe(_ -> showCounts()));
        watching.add(
                model.chipProperty()
                        .subscribe(
                                chip -> {
                                    ToggleButton button = chipButtons.get(chip);
                                    if (button != null) {
                                        button.setSelected(true);
                                    }
                                    showPlaceholder();
                                }));
        watching.add(
                model.filterProperty()
                        .subscribe(
                                text -> {
                                    if (!text.equals(filter.getText())) {
                                        filter.setText(text);
                                    }
                                }));
        watching.add(model.rangeProperty().subscribe(of -> range.setValue(of)));
        watching.add(model.jobs().subscribe(this::select));
        watching.add(model.chosenProperty().subscribe(_ -> select()));
        watching.add(model.loadingProperty().subscribe(_ -> showPlaceholder()));
        watching.add(model.troubleProperty().subscribe(_ -> showPlaceholder()));
        select();
    }

    private void showCounts() {
        Map<StateChip, Integer> counts = model.countsProperty().get();
        chipButtons.forEach(
                (chip, button) -> {
                    button.setText(
                            formats.text(
                                    "window.chip." + chip.name(), counts.getOrDefault(chip, 0)));
                    button.setAccessibleText(button.getText());
                });
    }

    /** Keeps the chosen job selected when the rows change. */
    private void select() {
        String chosen = model.chosenProperty().get();
        selecting = true;
        try {
            for (int i = 0; i < model.jobs().size(); i++) {
                if (model.jobs().get(i).job().id().equals(chosen)) {
                    if (jobs.getSelectionModel().getSelectedIndex() != i
                            || !model.jobs()
                                    .get(i)
                                    .equals(jobs.getSelectionModel().getSelectedItem())) {
                        jobs.getSelectionModel().clearAndSelect(i);
                        jobs.scrollTo(Math.max(0, i - 2));
                    }
                    return;
                }
            }
            jobs.getSelectionModel().clearSelection();
        } finally {
            selecting = false;
        }
        showPlaceholder();
    }

    private void showPlaceholder() {
        List<Node> parts = new ArrayList<>();
        Exception trouble = model.troubleProperty().get();
        if (trouble != null) {
            parts.add(new ErrorPane(formats.messages(), formats.trouble(trouble)));
        } else if (model.loadingProperty().get()) {
            parts.add(new Label(formats.text("window.history.loading")));
        } else if (isFiltered()) {
            parts.add(new Label(formats.text("window.history.noMatch")));
        } else {
            Label title = new Label(formats.text("window.history.empty"));
            title.getStyleClass().add("title");
            Label teach = new Label(formats.text("window.history.emptyTeach"));
            teach.getStyleClass().add("muted");
            teach.setWrapText(true);
            Button start = new Button(formats.text("window.history.start"));
            start.setOnAction(_ -> navigator.open(new Place.Purge(null)));
            parts.addAll(List.of(title, teach, start));
        }
        placeholder.getChildren().setAll(parts);
    }

    private boolean isFiltered() {
        return !model.filterProperty().get().isBlank()
                || model.chipProperty().get() != StateChip.ALL
                || model.rangeProperty().get() != TimeRange.ALWAYS;
    }

    @Override
    public void focus() {
        jobs.requestFocus();
    }
}
