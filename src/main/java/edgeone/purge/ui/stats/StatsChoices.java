package edgeone.purge.ui.stats;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.Whose;
import edgeone.purge.model.stats.Period;
import edgeone.purge.model.stats.StatsQuestion;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Which jobs are summed up, as it was chosen. */
public final class StatsChoices {
    private final ObjectProperty<StatsRange> range = new SimpleObjectProperty<>(StatsRange.MONTH);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> zone = new SimpleObjectProperty<>();
    private final BooleanProperty everyAccount = new SimpleBooleanProperty();
    private final BooleanProperty elsewhere = new SimpleBooleanProperty();
    private final ObjectProperty<PurgeType> quotaType = new SimpleObjectProperty<>(PurgeType.URL);

    /** Hears of every change that asks for other jobs. */
    void onChange(Runnable changed) {
        List.of(range, from, to, zone, everyAccount, elsewhere)
                .forEach(each -> each.subscribe((_, _) -> changed.run()));
    }

    /** The days that are summed up. */
    Period period(LocalDate today) {
        boolean dates = range.get() == StatsRange.DATES;
        LocalDate end = dates ? to.get() : null;
        LocalDate last = end == null ? today : end;
        LocalDate start = dates ? from.get() : null;
        return new Period(start == null ? last.minusDays(range.get().days() - 1L) : start, last);
    }

    /** As a question to the journal. */
    StatsQuestion question(Period period, @Nullable Connection connection, Clock clock) {
        return new StatsQuestion(
                JobFilter.ALL
                        .withZone(zone.get())
                        .withOrigin(elsewhere.get() ? null : Origin.HERE)
                        .withWhose(
                                everyAccount.get() || connection == null
                                        ? Whose.EVERYBODY
                                        : connection.whose())
                        .between(
                                period.first().atStartOfDay(clock.getZone()).toInstant(),
                                period.last()
                                        .plusDays(1)
                                        .atStartOfDay(clock.getZone())
                                        .toInstant()),
                clock.getZone(),
                period.step());
    }

    public ObjectProperty<StatsRange> rangeProperty() {
        return range;
    }

    /** The first day of {@link StatsRange#DATES}; null for some before the last. */
    public ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    /** The last day of {@link StatsRange#DATES}; null for today. */
    public ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    /** A zone's ID; null for all. */
    public ObjectProperty<@Nullable String> zoneProperty() {
        return zone;
    }

    /** Whether the jobs of all accounts are summed up, not only those of the open one. */
    public BooleanProperty everyAccountProperty() {
        return everyAccount;
    }

    /** Whether jobs that others submitted are summed up as well. */
    public BooleanProperty elsewhereProperty() {
        return elsewhere;
    }

    /** The type whose quota is shown. */
    public ObjectProperty<PurgeType> quotaTypeProperty() {
        return quotaType;
    }
}
