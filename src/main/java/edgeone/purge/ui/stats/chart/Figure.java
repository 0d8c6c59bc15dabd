package edgeone.purge.ui.stats.chart;

import javafx.scene.layout.Region;

import java.util.List;
import java.util.function.Supplier;

/**
 * A picture with all that belongs to it.
 *
 * @param id as in {@code stats-ID}; names its files as well
 * @param says the picture in one sentence
 * @param legend what the colours mean
 * @param picture draws it; each call draws another
 * @param table its numbers; without rows there is nothing to draw
 */
public record Figure(
        String id,
        String title,
        String says,
        List<Key> legend,
        Supplier<Region> picture,
        DataTable table) {
    public Figure {
        legend = List.copyOf(legend);
    }

    /** What a colour means. */
    public record Key(String name, String colour, Mark mark) {}

    /** How a series is drawn. */
    public enum Mark {
        BAR,
        LINE,
        DASHES
    }

    public boolean isEmpty() {
        return table.rows().isEmpty();
    }
}
