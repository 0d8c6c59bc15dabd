package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.PurgeType;
import edgeone.purge.model.stats.DayCount;
import edgeone.purge.model.stats.Step;
import edgeone.purge.ui.stats.chart.DataTable;
import edgeone.purge.ui.stats.chart.DataTable.Cell;
import edgeone.purge.ui.stats.chart.DayPicture;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.Values;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The targets of each day against the quota of a day, as far as both are known here. Rows of a week
 * or a month have no quota of their own and are shown without it.
 */
final class QuotaFigure {
    private final Cells cells;

    QuotaFigure(Cells cells) {
        this.cells = cells;
    }

    Figure of(Summary summary, PurgeType type, boolean oneZone) {
        Long daily = summary.period().step() == Step.DAY ? summary.daily().get(type) : null;
        OptionalDouble limit = daily == null ? OptionalDouble.empty() : OptionalDouble.of(daily);
        Values used =
                new Values(
                        cells.words().type(type),
                        Cells.colour(type),
                        summary.byDay(type, DayCount::accepted));
        List<Figure.Key> legend = new ArrayList<>();
        legend.add(new Figure.Key(used.name(), used.colour(), Figure.Mark.BAR));
        if (daily != null && DayPicture.isDrawn(summary.period().starts(), List.of(used), limit)) {
            legend.add(
                    new Figure.Key(
                            cells.formats().text("stats.quota.limit", daily),
                            Cells.colour("limit"),
                            Figure.Mark.DASHES));
        }
        return new Figure(
                "quota",
                cells.formats().text("stats.quota"),
                says(summary, used, daily, oneZone),
                legend,
                () ->
                        DayPicture.bars(
                                summary.period().starts(),
                                List.of(used),
                                limit,
                                n -> cells.formats().count((long) n)),
                table(summary, type, daily));
    }

    private String says(Summary summary, Values used, @Nullable Long daily, boolean oneZone) {
        long most =
                (long)
                        used.byDay().values().stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(0);
        if (daily != null) {
            return cells.formats()
                    .text("stats.quota.says", most, daily, cells.percent(most, daily));
        }
        String key =
                summary.period().step() != Step.DAY
                        ? "stats.quota.steps"
                        : oneZone ? "stats.quota.unknown" : "stats.quota.zone";
        return cells.formats().text(key, most);
    }

    private DataTable table(Summary summary, PurgeType type, @Nullable Long daily) {
        List<DataTable.Column> columns = new ArrayList<>();
        columns.addAll(List.of(cells.text("day"), cells.text("type"), cells.number("accepted")));
        if (daily != null) {
            columns.add(cells.number("daily"));
        }
        return new DataTable(
                columns,
                summary.stats().days().stream()
                        .filter(d -> d.type() == type)
                        .map(d -> row(d, daily))
                        .toList());
    }

    private List<Cell> row(DayCount day, @Nullable Long daily) {
        List<Cell> row = new ArrayList<>();
        row.add(cells.day(day.day()));
        row.add(cells.type(day.type()));
        row.add(cells.count(day.accepted()));
        if (daily != null) {
            row.add(cells.count(daily));
        }
        return row;
    }
}
