package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.stats.DayCount;
import edgeone.purge.ui.stats.chart.DataTable;
import edgeone.purge.ui.stats.chart.DataTable.Cell;
import edgeone.purge.ui.stats.chart.DayPicture;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.Values;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/** What became of the targets of each day. */
final class OutcomesFigure {
    private static final List<Outcome> OUTCOMES =
            List.of(
                    new Outcome("succeeded", DayCount::succeeded),
                    new Outcome("failed", DayCount::failed),
                    new Outcome("rejected", DayCount::rejected),
                    new Outcome("canceled", DayCount::canceled),
                    new Outcome("underway", DayCount::underway),
                    new Outcome("pending", DayCount::pending));

    private final Cells cells;

    OutcomesFigure(Cells cells) {
        this.cells = cells;
    }

    private record Outcome(String key, ToLongFunction<DayCount> count) {}

    Figure of(Summary summary) {
        List<Values> shown =
                OUTCOMES.stream()
                        .filter(o -> summary.sum(o.count()) > 0)
                        .map(
                                o ->
                                        new Values(
                                                cells.formats().text("stats.column." + o.key()),
                                                Cells.colour(o.key()),
                                                summary.byDay(o.count())))
                        .toList();
        long all = summary.sum(DayCount::targets);
        return new Figure(
                "outcomes",
                cells.formats().text("stats.outcomes." + summary.period().step()),
                cells.formats()
                        .text(
                                "stats.outcomes.says",
                                all,
                                cells.percent(summary.sum(DayCount::succeeded), all)),
                shown.stream()
                        .map(v -> new Figure.Key(v.name(), v.colour(), Figure.Mark.BAR))
                        .toList(),
                () ->
                        DayPicture.bars(
                                summary.period().starts(),
                                shown,
                                OptionalDouble.empty(),
                                n -> cells.formats().count((long) n)),
                table(summary));
    }

    private DataTable table(Summary summary) {
        List<DataTable.Column> columns = new ArrayList<>();
        columns.add(cells.text("day"));
        columns.add(cells.number("targets"));
        OUTCOMES.forEach(o -> columns.add(cells.number(o.key())));
        List<Map<LocalDate, Double>> counts = new ArrayList<>();
        counts.add(summary.byDay(DayCount::targets));
        OUTCOMES.forEach(o -> counts.add(summary.byDay(o.count())));
        return new DataTable(
                columns, summary.days().stream().map(day -> row(day, counts)).toList());
    }

    private List<Cell> row(LocalDate day, List<Map<LocalDate, Double>> counts) {
        List<Cell> row = new ArrayList<>();
        row.add(cells.day(day));
        counts.forEach(c -> row.add(cells.count(c.getOrDefault(day, 0.0).longValue())));
        return row;
    }
}
