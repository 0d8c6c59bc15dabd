package edgeone.purge.ui.history.list;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Which jobs are listed, as it was chosen. */
public final class JobFilters {
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<StateChip> chip = new SimpleObjectProperty<>(StateChip.ALL);
    private final ObjectProperty<@Nullable PurgeType> type = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> zone = new SimpleObjectProperty<>();
    private final ObjectProperty<AccountChoice> account =
            new SimpleObjectProperty<>(new AccountChoice.Open());
    private final ObjectProperty<@Nullable Origin> origin = new SimpleObjectProperty<>();
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(TimeRange.ALWAYS);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private boolean clearing;

    /** Hears of every change; many at once are one. */
    void onChange(Runnable changed) {
        List<ObservableValue<?>> all =
                List.of(text, chip, type, zone, account, origin, range, from, to);
        all.forEach(
                each ->
                        each.subscribe(
                                (_, _) -> {
                                    if (!clearing) {
                                        changed.run();
                                    }
                                }));
    }

    /** Lists everything of the account. */
    void clear() {
        clearing = true;
        try {
            text.set("");
            chip.set(StateChip.ALL);
            type.set(null);
            zone.set(null);
            origin.set(null);
            range.set(TimeRange.ALWAYS);
        } finally {
            clearing = false;
        }
    }

    /** Whether anything is chosen that hides jobs of the account. */
    boolean any() {
        return !text.get().isBlank()
                || chip.get() != StateChip.ALL
                || type.get() != null
                || zone.get() != null
                || origin.get() != null
                || range.get() != TimeRange.ALWAYS;
    }

    /**
     * As a question to the journal.
     *
     * @param clock today, and where days begin
     */
    JobFilter filter(@Nullable Connection connection, Clock clock) {
        PurgeType ofType = type.get();
        LocalDate today = LocalDate.now(clock);
        boolean dates = range.get() == TimeRange.DATES;
        LocalDate first = dates ? from.get() : range.get().since(today);
        LocalDate last = dates ? to.get() : null;
        return JobFilter.ALL
                .withText(text.get().strip())
                .withStates(chip.get().filter())
                .withTypes(ofType == null ? Set.of() : Set.of(ofType))
                .withZone(zone.get())
                .withOrigin(origin.get())
                .withWhose(account.get().whose(connection))
                .between(start(first, clock), start(last == null ? null : last.plusDays(1), clock));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, Clock clock) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** Matches job ID, task ID, account, zone, note, or any target. */
    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<StateChip> chipProperty() {
        return chip;
    }

    /** Null for all. */
    public ObjectProperty<@Nullable PurgeType> typeProperty() {
        return type;
    }

    /** A zone's ID; null for all. */
    public ObjectProperty<@Nullable String> zoneProperty() {
        return zone;
    }

    public ObjectProperty<AccountChoice> accountProperty() {
        return account;
    }

    /** Null for all. */
    public ObjectProperty<@Nullable Origin> originProperty() {
        return origin;
    }

    public ObjectProperty<TimeRange> rangeProperty() {
        return range;
    }

    /** The first day of {@link TimeRange#DATES}; null for all before the last. */
    public ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    /** The last day of {@link TimeRange#DATES}; null for all after the first. */
    public ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }
}
