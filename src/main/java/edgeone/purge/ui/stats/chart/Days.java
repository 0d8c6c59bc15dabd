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
    private static final String SPACE = "\u00A0\u00A0";

    Days {
        all = List.copyOf(all);
    }

    /** The axis, which writes as many of them as there is room for. */
    CategoryAxis axis() {
        CategoryAxis axis = new CategoryAxis();
        axis.setAnimated(false);
        axis.setTickMarkVisible(false);
        axis.setTickLabelGap(4);
        axis.setAutoRanging(false);
        axis.setCategories(FXCollections.observableArrayList(all.stream().map(this::name).toList()));
        return axis;
    }

    /**
     * What stands for a day on the axis: without the year where there is only one, with spaces that
     * keep it apart from its neighbours.
     */
    String name(LocalDate day) {
        return SPACE
                + (all.getFirst().getYear() == all.getLast().getYear()
                        ? IN_ONE_YEAR.format(day)
                        : day.toString())
                + SPACE;
    }
}
