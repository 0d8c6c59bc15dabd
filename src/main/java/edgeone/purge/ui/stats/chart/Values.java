package edgeone.purge.ui.stats.chart;

import java.time.LocalDate;
import java.util.Map;

/**
 * A series of numbers.
 *
 * @param name as the legend says it
 * @param colour its name in the stylesheet
 * @param byDay by the first day they stand for; a day without one has none
 */
public record Values(String name, String colour, Map<LocalDate, Double> byDay) {
    public Values {
        byDay = Map.copyOf(byDay);
    }
}
