package edgeone.purge.ui.stats;

import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.stats.Period;
import edgeone.purge.ui.kit.Boxes;
import edgeone.purge.ui.kit.Fields;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.kit.dialog.ErrorPane;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.shell.screen.ScreenView;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.FigureCard;
import edgeone.purge.ui.stats.chart.Picture;
import edgeone.purge.ui.stats.figure.Figures;
import edgeone.purge.ui.stats.figure.Summary;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is chosen, and the figures of it, two in a row. */
final class StatsView implements ScreenView {
    private static final double LOWEST = 228;

    private final StatsViewModel model;
    private final Formats formats;
    private final Dialogs dialogs;
    private final FileAsk files;
    private final Figures figures;
    private final VBox root = Boxes.styled(new VBox(), "screen");
    private final StatsBar bar;
    private final Label saved = Boxes.named("stats-saved", Boxes.wrapped("", "small"));
    private final Label wrong = Boxes.named("stats-wrong", Boxes.label("", "danger-text"));
    private final Label first = Boxes.label("", "muted");
    private final VBox trouble = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final ComboBox<PurgeType> quotaType = new ComboBox<>();
    private final FigureCard purges;
    private final FigureCard outcomes;
    private final FigureCard reasons;
    private final FigureCard times;
    private final FigureCard quota;
    private Subscription watching = Subscription.EMPTY;

    StatsView(StatsViewModel model, Formats formats, Dialogs dialogs, FileAsk files) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        this.files = files;
        figures = new Figures(formats);
        bar = new StatsBar(model, formats);
        setUpQuotaType();
        purges = card("purges");
        outcomes = card("outcomes");
        reasons = card("reasons");
        times = card("times");
        quota = card("quota", quotaType);
        scroll.setContent(grid());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("stats-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(bar, wrong, saved, first, trouble, scroll);
        root.setMinWidth(0);
        wrong.setText(formats.text("stats.wrong-dates"));
        first.setText(formats.text("stats.reading"));
        Boxes.toggle(saved, false);
        also(model.summaryProperty().subscribe(_ -> draw()));
        also(model.choices().quotaTypeProperty().subscribe(_ -> draw()));
        also(model.troubleProperty().subscribe(_ -> showTrouble()));
        also(model.loadingProperty().subscribe(_ -> checkDates()));
        also(model.choices().fromProperty().subscribe(_ -> checkDates()));
        also(model.choices().toProperty().subscribe(_ -> checkDates()));
        also(model.choices().rangeProperty().subscribe(_ -> checkDates()));
        // Jobs may have ended, and accounts changed, while another screen was open.
        root.sceneProperty()
                .subscribe(
                        scene -> {
                            if (scene != null) {
                                model.load();
                            }
                        });
    }

    private FigureCard card(String id, Node... more) {
        return new FigureCard(id, formats, this::savePicture, this::saveTable, more);
    }

    private GridPane grid() {
        GridPane grid = Boxes.styled(new GridPane(), "stats-grid");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        RowConstraints third = new RowConstraints();
        third.setMinHeight(LOWEST);
        third.setPercentHeight(100 / 3.0);
        third.setVgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(List.of(half, half));
        grid.getRowConstraints().addAll(List.of(third, third, third));
        grid.addRow(0, purges, outcomes);
        grid.addRow(1, reasons, times);
        grid.add(quota, 0, 2, 2, 1);
        return grid;
    }

    private void setUpQuotaType() {
        Words words = new Words(formats.messages());
        quotaType.setId("stats-quota-type");
        quotaType.setAccessibleText(formats.text("stats.quota.type"));
        quotaType.getStyleClass().add("compact");
        Fields.offer(quotaType, List.of(PurgeType.values()), words::type);
        also(model.choices().quotaTypeProperty().subscribe(quotaType::setValue));
        quotaType
                .valueProperty()
                .subscribe(
                        type -> {
                            if (type != null) {
                                model.choices().quotaTypeProperty().set(type);
                            }
                        });
    }

    private void also(Subscription subscription) {
        watching = watching.and(subscription);
    }

    private void draw() {
        Summary summary = model.summaryProperty().get();
        showTrouble();
        if (summary == null) {
            return;
        }
        purges.show(figures.purges(summary));
        outcomes.show(figures.outcomes(summary));
        reasons.show(figures.reasons(summary));
        times.show(figures.times(summary));
        quota.show(
                figures.quota(
                        summary,
                        model.choices().quotaTypeProperty().get(),
                        model.choices().zoneProperty().get() != null));
    }

    /** What went wrong, in place of the figures; or that they are being read, the first time. */
    private void showTrouble() {
        Exception why = model.troubleProperty().get();
        boolean none = model.summaryProperty().get() == null;
        trouble.getChildren().clear();
        if (why != null) {
            trouble.getChildren().add(new ErrorPane(formats.messages(), formats.trouble(why)));
        }
        Boxes.toggle(trouble, why != null);
        Boxes.toggle(first, why == null && none);
        Boxes.toggle(scroll, why == null && !none);
    }

    private void checkDates() {
        Boxes.toggle(wrong, !model.period().isPossible());
    }

    private void savePicture(Figure figure) {
        ask(figure, "png")
                .ifPresent(
                        file ->
                                model.save(
                                        Picture.of(figure, which(), dressing()),
                                        file,
                                        () -> tellSaved(file),
                                        dialogs::error));
    }

    private void saveTable(Figure figure) {
        ask(figure, "csv")
                .ifPresent(file -> model.save(figure, file, () -> tellSaved(file), dialogs::error));
    }

    private Optional<Path> ask(Figure figure, String ending) {
        Period period = model.period();
        return files.save(
                root.getScene().getWindow(),
                formats.text("stats." + ending + "-of", figure.title()),
                "%s-%s-%s.%s".formatted(figure.id(), period.first(), period.last(), ending));
    }

    private void tellSaved(Path file) {
        saved.setText(formats.text("stats.saved", file.toString()));
        Boxes.toggle(saved, true);
    }

    /** Which jobs a picture is of. */
    private String which() {
        Summary summary = model.summaryProperty().get();
        Period period = summary == null ? model.period() : summary.period();
        String zoneId = model.choices().zoneProperty().get();
        String zone =
                zoneId == null
                        ? formats.text("stats.every-zone")
                        : model.facetsProperty().get().zones().getOrDefault(zoneId, zoneId);
        return VisibleText.of(
                period.first()
                        + " – "
                        + period.last()
                        + " · "
                        + zone
                        + (model.choices().elsewhereProperty().get()
                                ? " · " + formats.text("stats.elsewhere")
                                : ""));
    }

    private String dressing() {
        String style = root.getScene().getRoot().getStyle();
        return style == null ? "" : style;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focus() {
        bar.requestFocus();
    }

    @Override
    public void close() {
        watching.unsubscribe();
        bar.close();
    }
}
