package edgeone.purge.ui.stats.figure;

import edgeone.purge.model.PurgeType;
import edgeone.purge.model.stats.DayCount;
import edgeone.purge.model.stats.Period;
import edgeone.purge.model.stats.Stats;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Jobs summed up over a period.
 *
 * @param daily targets a day that EdgeOne takes, by type, as far as it is known for one zone
 */
public record Summary(Stats stats, Period period, Map<PurgeType, Long> daily) {
    public Summary {
        daily = Map.copyOf(daily);
    }

    /** The types that were purged, in the order of the program. */
    List<PurgeType> types() {
        return Arrays.stream(PurgeType.values())
                .filter(type -> stats.days().stream().anyMatch(d -> d.type() == type))
                .toList();
    }

    /** The sum of all days. */
    long sum(ToLongFunction<DayCount> count) {
        return stats.days().stream().mapToLong(count).sum();
    }

    /** The sums of each day over all types. */
    Map<LocalDate, Double> byDay(ToLongFunction<DayCount> count) {
        return byDay(stats.days(), count);
    }

    /** The counts of each day of one type. */
    Map<LocalDate, Double> byDay(PurgeType type, ToLongFunction<DayCount> count) {
        return byDay(stats.days().stream().filter(d -> d.type() == type).toList(), count);
    }

    private static Map<LocalDate, Double> byDay(
            List<DayCount> days, ToLongFunction<DayCount> count) {
        return days.stream()
                .collect(
                        Collectors.toMap(
                                DayCount::day,
                                d -> (double) count.applyAsLong(d),
                                Double::sum,
                                HashMap::new));
    }

    /** The days that have jobs, oldest first. */
    List<LocalDate> days() {
        return stats.days().stream().map(DayCount::day).distinct().toList();
    }
}
