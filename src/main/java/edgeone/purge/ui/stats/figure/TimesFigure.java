package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.stats.DoneTime;
import edgeone.purge.ui.stats.chart.DataTable;
import edgeone.purge.ui.stats.chart.DayPicture;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.Values;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long jobs took until EdgeOne was done with all their targets. */
final class TimesFigure {
    private final Cells cells;

    TimesFigure(Cells cells) {
        this.cells = cells;
    }

    Figure of(Summary summary) {
        Values median = values(summary, "median", DoneTime::median);
        Values most = values(summary, "most", DoneTime::most);
        return new Figure(
                "times",
                cells.formats().text("stats.times"),
                says(summary.stats().done()),
                List.of(
                        new Figure.Key(median.name(), median.colour(), Figure.Mark.LINE),
                        new Figure.Key(most.name(), most.colour(), Figure.Mark.DASHES)),
                () ->
                        DayPicture.lines(
                                summary.period().starts(), List.of(median, most), this::tick),
                table(summary));
    }

    private String tick(double seconds) {
        return seconds == 0
                ? cells.formats().text("stats.seconds", "0")
                : cells.formats().duration(Duration.ofSeconds((long) seconds));
    }

    private String says(@Nullable DoneTime done) {
        return done == null
                ? cells.formats().text("stats.times.none")
                : cells.formats()
                        .text(
                                "stats.times.says",
                                done.jobs(),
                                cells.time(Cells.seconds(done.median())),
                                cells.time(Cells.seconds(done.most())));
    }

    private Values values(Summary summary, String key, Function<DoneTime, Duration> time) {
        Map<LocalDate, Double> byDay =
                summary.stats().doneByDay().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> Cells.seconds(time.apply(e.getValue()))));
        return new Values(cells.formats().text("stats.times." + key), Cells.colour(key), byDay);
    }

    private DataTable table(Summary summary) {
        return new DataTable(
                List.of(
                        cells.text("day"),
                        cells.number("jobs"),
                        cells.number("p50"),
                        cells.number("p95")),
                summary.stats().doneByDay().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                e ->
                                        List.of(
                                                cells.day(e.getKey()),
                                                cells.count(e.getValue().jobs()),
                                                cells.time(e.getValue().median()),
                                                cells.time(e.getValue().most())))
                        .toList());
    }
}
