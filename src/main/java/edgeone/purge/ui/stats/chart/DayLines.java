package edgeone.purge.ui.stats.chart;

import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleFunction;

/** Seconds a day, a line for each series; the second is dashed, so that colour is not all. */
final class DayLines extends LineChart<String, Number> {

    /**
     * @param days all days, those without a value as well
     * @param words writes a value
     */
    DayLines(List<LocalDate> days, List<Values> series, DoubleFunction<String> words) {
        super(new Days(days).axis(), Axes.values(Scale.ofSeconds(highest(series)), words));
        getStyleClass().add("day-chart");
        setAnimated(false);
        setLegendVisible(false);
        setVerticalGridLinesVisible(false);
        series.forEach(each -> add(each, new Days(days), words));
    }

    private static double highest(List<Values> series) {
        return series.stream()
                .flatMap(s -> s.byDay().values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private void add(Values series, Days days, DoubleFunction<String> words) {
        boolean first = getData().isEmpty();
        XYChart.Series<String, Number> drawn = new XYChart.Series<>();
        drawn.setName(series.name());
        for (LocalDate day : days.all()) {
            Double value = series.byDay().get(day);
            if (value != null) {
                drawn.getData().add(new XYChart.Data<>(Days.key(day), value));
            }
        }
        getData().add(drawn);
        drawn.getNode().setStyle("-fx-stroke: " + series.colour() + ";");
        drawn.getNode().getStyleClass().add(first ? "whole-line" : "dashed-line");
        for (XYChart.Data<String, Number> data : drawn.getData()) {
            Node symbol = data.getNode();
            symbol.getStyleClass().add(first ? "round-symbol" : "square-symbol");
            symbol.setStyle("-fx-background-color: " + series.colour() + ";");
            Tooltip.install(
                    symbol,
                    new Tooltip(
                            data.getXValue()
                                    + " · "
                                    + series.name()
                                    + " · "
                                    + words.apply(data.getYValue().doubleValue())));
        }
    }
}
