package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.stats.DayCount;
import edgeone.purge.ui.stats.chart.DataTable;
import edgeone.purge.ui.stats.chart.DayPicture;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.Values;

import java.util.List;
import java.util.OptionalDouble;

/** How many purges a day, of each type. */
final class PurgesFigure {
    private final Cells cells;

    PurgesFigure(Cells cells) {
        this.cells = cells;
    }

    Figure of(Summary summary) {
        List<Values> types =
                summary.types().stream()
                        .map(
                                type ->
                                        new Values(
                                                cells.words().type(type),
                                                Cells.colour(type),
                                                summary.byDay(type, DayCount::jobs)))
                        .toList();
        return new Figure(
                "purges",
                cells.formats().text("stats.purges." + summary.period().step()),
                cells.formats().text("stats.purges.says", summary.sum(DayCount::jobs)),
                types.stream()
                        .map(t -> new Figure.Key(t.name(), t.colour(), Figure.Mark.BAR))
                        .toList(),
                () ->
                        DayPicture.bars(
                                summary.period().starts(),
                                types,
                                OptionalDouble.empty(),
                                n -> cells.formats().count((long) n)),
                table(summary));
    }

    private DataTable table(Summary summary) {
        return new DataTable(
                List.of(
                        cells.text("day"),
                        cells.text("type"),
                        cells.number("jobs"),
                        cells.number("targets")),
                summary.stats().days().stream()
                        .map(
                                d ->
                                        List.of(
                                                cells.day(d.day()),
                                                cells.type(d.type()),
                                                cells.count(d.jobs()),
                                                cells.count(d.targets())))
                        .toList());
    }
}
