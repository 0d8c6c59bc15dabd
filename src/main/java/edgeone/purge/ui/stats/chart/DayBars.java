package edgeone.purge.ui.stats.chart;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** Counts a day, one series on top of the other, perhaps with a limit drawn across. */
final class DayBars extends StackedBarChart<String, Number> {
    private static final double GAP = 0.25;
    private static final double WIDEST = 36;

    /** A limit so far above the bars that they could not be read is not drawn. */
    private static final double FAR = 4;

    private final Line limitLine = new Line();
    private final OptionalDouble limit;

    /**
     * @param days all days, those without a value as well
     * @param limit what the bars are measured by
     * @param words writes a value
     */
    DayBars(
            List<LocalDate> days,
            List<Values> series,
            OptionalDouble limit,
            DoubleFunction<String> words) {
        super(new Days(days).axis(), axis(days, series, limit, words));
        this.limit = isDrawn(days, series, limit) ? limit : OptionalDouble.empty();
        getStyleClass().add("day-chart");
        setAnimated(false);
        setLegendVisible(false);
        setVerticalGridLinesVisible(false);
        CategoryAxis axis = (CategoryAxis) getXAxis();
        categoryGapProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> gap(axis.getCategorySpacing()),
                                axis.categorySpacingProperty()));
        series.forEach(each -> add(each, new Days(days), words));
        limitLine.getStyleClass().add("limit-line");
        limitLine.setManaged(false);
        limitLine.setVisible(this.limit.isPresent());
        getPlotChildren().add(limitLine);
    }

    private static double gap(double spacing) {
        return Math.max(spacing * GAP, spacing - WIDEST);
    }

    private static NumberAxis axis(
            List<LocalDate> days,
            List<Values> series,
            OptionalDouble limit,
            DoubleFunction<String> words) {
        double most = highest(days, series);
        return Axes.values(
                Scale.ofCounts(
                        isDrawn(days, series, limit) ? Math.max(most, limit.orElseThrow()) : most),
                words);
    }

    /** Whether the limit is drawn across the bars. */
    static boolean isDrawn(List<LocalDate> days, List<Values> series, OptionalDouble limit) {
        return limit.isPresent() && limit.getAsDouble() <= FAR * highest(days, series);
    }

    private static double highest(List<LocalDate> days, List<Values> series) {
        return days.stream()
                .mapToDouble(
                        day ->
                                series.stream()
                                        .mapToDouble(s -> s.byDay().getOrDefault(day, 0.0))
                                        .sum())
                .max()
                .orElse(0);
    }

    private void add(Values series, Days days, DoubleFunction<String> words) {
        XYChart.Series<String, Number> drawn = new XYChart.Series<>();
        drawn.setName(series.name());
        for (LocalDate day : days.all()) {
            double value = series.byDay().getOrDefault(day, 0.0);
            if (value > 0) {
                drawn.getData().add(new XYChart.Data<>(Days.key(day), value));
            }
        }
        getData().add(drawn);
        for (XYChart.Data<String, Number> data : drawn.getData()) {
            Node bar = data.getNode();
            bar.setStyle("-fx-bar-fill: " + series.colour() + ";");
            Tooltip.install(
                    bar,
                    new Tooltip(
                            data.getXValue()
                                    + " · "
                                    + series.name()
                                    + " · "
                                    + words.apply(data.getYValue().doubleValue())));
        }
    }

    @Override
    protected void layoutPlotChildren() {
        super.layoutPlotChildren();
        limit.ifPresent(
                value -> {
                    double y = getYAxis().getDisplayPosition(value);
                    limitLine.setStartX(0);
                    limitLine.setEndX(getXAxis().getWidth());
                    limitLine.setStartY(y);
                    limitLine.setEndY(y);
                    limitLine.toFront();
                });
    }
}
