package edgeone.purge.ui.stats.figure;

import edgeone.purge.history.ReasonCount;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.stats.FailureReason;
import edgeone.purge.ui.kit.trouble.ReasonTexts;
import edgeone.purge.ui.stats.chart.DataTable;
import edgeone.purge.ui.stats.chart.DataTable.Cell;
import edgeone.purge.ui.stats.chart.Figure;
import edgeone.purge.ui.stats.chart.ShareBars;
import edgeone.purge.ui.stats.chart.ShareBars.Share;

import java.util.ArrayList;
import java.util.List;

/** Why targets were not purged, most frequent first. */
final class ReasonsFigure {
    private static final int DRAWN = 6;

    private final Cells cells;
    private final ReasonTexts texts;

    ReasonsFigure(Cells cells) {
        this.cells = cells;
        texts = new ReasonTexts(cells.formats().messages());
    }

    Figure of(Summary summary) {
        List<FailureReason> reasons = summary.stats().reasons();
        long all =
                reasons.stream().mapToLong(FailureReason::count).sum()
                        + summary.stats().otherReasons();
        return new Figure(
                "reasons",
                cells.formats().text("stats.reasons"),
                cells.formats().text("stats.reasons.says", all),
                List.of(),
                () -> new ShareBars(shares(reasons, all), Cells.colour("failed")),
                table(summary));
    }

    private List<Share> shares(List<FailureReason> reasons, long all) {
        List<Share> shares = new ArrayList<>();
        int drawn = reasons.size() == DRAWN + 1 ? DRAWN + 1 : Math.min(DRAWN, reasons.size());
        long rest = all;
        for (FailureReason reason : reasons.subList(0, drawn)) {
            shares.add(share(VisibleText.of(says(reason)), reason.count()));
            rest -= reason.count();
        }
        if (rest > 0) {
            shares.add(share(cells.formats().text("stats.reasons.other"), rest));
        }
        return shares;
    }

    private Share share(String text, long count) {
        return new Share(text, count, cells.formats().count(count));
    }

    private String says(FailureReason of) {
        return texts.reason(new ReasonCount(of.state(), of.code(), of.reason(), (int) of.count()));
    }

    private DataTable table(Summary summary) {
        List<List<Cell>> rows = new ArrayList<>();
        for (FailureReason of : summary.stats().reasons()) {
            rows.add(
                    List.of(
                            cells.count(of.count()),
                            new Cell(cells.words().target(of.state()), of.state().label()),
                            Cell.of(of.code() == null ? "" : of.code()),
                            Cell.of(of.reason().equals(of.state().label()) ? "" : of.reason())));
        }
        if (summary.stats().otherReasons() > 0) {
            rows.add(
                    List.of(
                            cells.count(summary.stats().otherReasons()),
                            Cell.of(""),
                            Cell.of(""),
                            new Cell(cells.formats().text("stats.reasons.other"), "other")));
        }
        return new DataTable(
                List.of(
                        cells.number("count"),
                        cells.text("state"),
                        cells.text("code"),
                        cells.text("reason")),
                rows);
    }
}
