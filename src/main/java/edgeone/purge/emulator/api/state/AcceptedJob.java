package edgeone.purge.emulator.api.state;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the service accepted of one request for one zone. Its progress follows from the time, so any
 * process can compute it.
 *
 * @param targets one row each; for {@code purge_all} the zone's name
 * @param tagDomains the domains a tag purge is limited to; empty for the whole zone
 * @param time when it was accepted, by the service's clock, in milliseconds
 * @param visibleAfter how long it stays unlisted
 * @param processing how long until its last row is final
 * @param fates rows, by index, that do not end as success
 * @param prefetch null for a purge
 */
public record AcceptedJob(
        String jobId,
        String zoneId,
        String type,
        String method,
        List<String> targets,
        List<String> tagDomains,
        Instant time,
        Duration visibleAfter,
        Duration processing,
        Map<Integer, RowFate> fates,
        @Nullable PrefetchWork prefetch) {
    public AcceptedJob {
        targets = List.copyOf(targets);
        tagDomains = List.copyOf(tagDomains);
        fates = Map.copyOf(fates);
    }

    public boolean isPrefetch() {
        return prefetch != null;
    }

    /** What quota it uses. */
    String quota() {
        return prefetch != null && prefetch.edge() ? JobLedger.EDGE_PREFETCH : type;
    }

    /** How much of it. */
    long cost() {
        return (long) targets.size() + (prefetch == null ? 0 : prefetch.segments());
    }

    public boolean isVisible(Instant now) {
        return !now.isBefore(time.plus(visibleAfter));
    }

    /** When a row becomes final: one after another in the second half of the processing time. */
    public Instant finalAt(int row) {
        long millis = processing.toMillis();
        return time.plusMillis(millis / 2 + (millis - millis / 2) * (row + 1) / targets.size());
    }

    public boolean isFinal(int row, Instant now) {
        return !now.isBefore(finalAt(row));
    }

    /** How a row ends, whether it has ended or not. */
    public RowFate fate(int row) {
        return fates.getOrDefault(row, RowFate.SUCCESS);
    }
}
