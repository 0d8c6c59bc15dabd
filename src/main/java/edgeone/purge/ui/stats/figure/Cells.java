package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.stats.chart.DataTable.Cell;
import edgeone.purge.ui.stats.chart.DataTable.Column;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/** What a person reads of a number in a figure, and what stands for it in a file. */
final class Cells {
    private final Formats formats;
    private final Words words;

    Cells(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
    }

    Cell day(LocalDate day) {
        return Cell.of(day.toString());
    }

    Cell type(PurgeType type) {
        return new Cell(words.type(type), type.wireName());
    }

    Cell count(long count) {
        return new Cell(formats.count(count), String.valueOf(count));
    }

    /** A time; in a file as seconds. */
    Cell time(Duration time) {
        return new Cell(time(seconds(time)), String.valueOf(seconds(time)));
    }

    /** Seconds, the more exact the fewer they are: {@code 0.8 s}, {@code 12 s}, {@code 2:08}. */
    String time(double seconds) {
        Duration time = Duration.ofMillis(Math.round(seconds * 1_000));
        return seconds < 10
                ? formats.text("stats.seconds", formats.tenths(time))
                : formats.duration(time);
    }

    /** {@code 96 %}; more than nothing is never nothing, and less than all never all. */
    String percent(long part, long whole) {
        if (part > 0 && part * 100 < whole) {
            return formats.text("stats.below-one");
        }
        if (part < whole && part * 200 > whole * 199) {
            return formats.text("stats.above-99");
        }
        return formats.text("stats.percent", whole == 0 ? 0 : Math.round(part * 100.0 / whole));
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    Column text(String key) {
        return new Column(formats.text("stats.column." + key), key, false);
    }

    Column number(String key) {
        return new Column(formats.text("stats.column." + key), key, true);
    }

    /** The name of a colour of the stylesheet. */
    static String colour(PurgeType type) {
        return colour(type.wireName());
    }

    static String colour(String name) {
        return "-stats-" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Words words() {
        return words;
    }

    Formats formats() {
        return formats;
    }
}
