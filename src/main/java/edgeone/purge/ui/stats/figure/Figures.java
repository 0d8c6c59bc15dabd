package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.PurgeType;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.stats.chart.Figure;

/** The figures of a summary. */
public final class Figures {
    private final Cells cells;

    public Figures(Formats formats) {
        cells = new Cells(formats);
    }

    /** How many purges a day, of each type. */
    public Figure purges(Summary summary) {
        return new PurgesFigure(cells).of(summary);
    }

    /** What became of the targets of each day. */
    public Figure outcomes(Summary summary) {
        return new OutcomesFigure(cells).of(summary);
    }

    /** Why targets were not purged. */
    public Figure reasons(Summary summary) {
        return new ReasonsFigure(cells).of(summary);
    }

    /** How long jobs took. */
    public Figure times(Summary summary) {
        return new TimesFigure(cells).of(summary);
    }

    /**
     * The targets of each day against the quota of a day.
     *
     * @param oneZone whether the summary is of one zone, as a quota is
     */
    public Figure quota(Summary summary, PurgeType type, boolean oneZone) {
        return new QuotaFigure(cells).of(summary, type, oneZone);
    }
}
