package edgeone.purge.ui.stats.chart;

import javafx.collections.FXCollections;
import javafx.scene.chart.CategoryAxis;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The days of a picture, from left to right.
 *
 * @param all those without a value as well, oldest first
 */
record Days(List<LocalDate> all) {
    private static final DateTimeFormatter IN_ONE_YEAR = DateTimeFormatter.ofPattern("MM-dd");

    Days {
        all = List.copyOf(all);
    }

    /**
     * The axis, without texts: JavaFX leaves room for texts that stand upright wherever they would
     * not all fit, and lets those it draws touch. {@link DayTexts} writes them.
     */
    CategoryAxis axis() {
        CategoryAxis axis = new CategoryAxis();
        axis.setAnimated(false);
        axis.setTickMarkVisible(false);
        axis.setTickLabelsVisible(false);
        axis.setAutoRanging(false);
        axis.setCategories(FXCollections.observableArrayList(all.stream().map(Days::key).toList()));
        return axis;
    }

    /** What stands for a day on the axis. */
    static String key(LocalDate day) {
        return day.toString();
    }

    /** A day in words: without the year where there is only one. */
    String text(LocalDate day) {
        return all.getFirst().getYear() == all.getLast().getYear()
                ? IN_ONE_YEAR.format(day)
                : day.toString();
    }
}
