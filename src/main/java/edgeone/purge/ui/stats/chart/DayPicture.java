package edgeone.purge.ui.stats.chart;

import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** A chart over days, and the days below it. */
public final class DayPicture extends VBox {
    private DayPicture(XYChart<String, Number> chart, Days days) {
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setMinSize(0, 0);
        getStyleClass().add("day-picture");
        getChildren().addAll(chart, new DayTexts((CategoryAxis) chart.getXAxis(), days));
    }

    /**
     * Counts a day, one series on top of the other.
     *
     * @param days all days, those without a value as well
     * @param limit what the bars are measured by
     * @param words writes a value
     */
    public static DayPicture bars(
            List<LocalDate> days,
            List<Values> series,
            OptionalDouble limit,
            DoubleFunction<String> words) {
        return new DayPicture(new DayBars(days, series, limit, words), new Days(days));
    }

    /**
     * Seconds a day, a line for each series.
     *
     * @param days all days, those without a value as well
     * @param words writes a value
     */
    public static DayPicture lines(
            List<LocalDate> days, List<Values> series, DoubleFunction<String> words) {
        return new DayPicture(new DayLines(days, series, words), new Days(days));
    }

    /** Whether a limit is drawn across the bars. */
    public static boolean isDrawn(List<LocalDate> days, List<Values> series, OptionalDouble limit) {
        return DayBars.isDrawn(days, series, limit);
    }
}
