package edgeone.purge.journal;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Origin;
import edgeone.purge.model.PurgeType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Jobs that others submitted, read from EdgeOne's list. A job is known by its zone and EdgeOne's ID
 * for it, which is looked up under the journal's write lock: whatever is read how often and by how
 * many processes, it comes in once.
 */
public final class SyncRepository {
    private final Journal journal;
    private final Clock clock;

    public SyncRepository(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Tells which listed jobs may be one of this journal's own batches. */
    @FunctionalInterface
    public interface Suspicion {
        /**
         * A condition on jobs of a type.
         *
         * @param open every batch of the zone and type that EdgeOne may have without the journal
         *     knowing its ID
         */
        Predicate<ForeignJob> of(PurgeType type, List<OpenBatch> open);
    }

    /**
     * What became of listed jobs.
     *
     * @param added those new to the journal
     * @param known those it had
     * @param later those left out for now, since they may be its own
     * @param open when the first was created that is left out or not final; null if none is
     */
    public record Recorded(int added, int known, int later, @Nullable Instant open) {
        public static final Recorded NOTHING = new Recorded(0, 0, 0, null);

        /** Both together. */
        public Recorded plus(Recorded more) {
            return new Recorded(
                    added + more.added,
                    known + more.known,
                    later + more.later,
                    earlier(open, more.open));
        }

        private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
            return a == null || (b != null && b.isBefore(a)) ? b : a;
        }
    }

    /** Up to when a zone was synced without a gap, by EdgeOne's clock; empty if it never was. */
    public Optional<Instant> until(String endpoint, String zoneId) {
        return journal.read(
                c ->
                        Optional.ofNullable(
                                Sql.first(
                                        c,
                                        r -> Instant.ofEpochMilli(r.getLong(1)),
                                        "SELECT until FROM synced WHERE endpoint = ? AND zone_id ="
                                                + " ?",
                                        endpoint,
                                        zoneId)));
    }

    /** Records listed jobs of a zone in one transaction. */
    public Recorded record(List<ForeignJob> listed, Suspicion suspicion) {
        if (listed.isEmpty()) {
            return Recorded.NOTHING;
        }
        return journal.write(
                c -> {
                    Map<PurgeType, Predicate<ForeignJob>> ours = new EnumMap<>(PurgeType.class);
                    Recorded all = Recorded.NOTHING;
                    for (ForeignJob job : listed) {
                        PurgeType type = job.job().type();
                        if (!ours.containsKey(type)) {
                            ours.put(
                                    type,
                                    suspicion.of(
                                            type,
                                            UnknownBatchRepository.maybeTaken(
                                                    c, job.job().zoneId(), type)));
                        }
                        all = all.plus(record(c, job, ours.getOrDefault(type, j -> false)));
                    }
                    return all;
                });
    }

    /**
     * A job of the journal that has a task.
     *
     * @param foreign whether it is somebody else's
     */
    private record Holder(String jobId, boolean foreign) {}

    private Recorded record(Connection c, ForeignJob job, Predicate<ForeignJob> maybeOurs)
            throws SQLException {
        Holder holder = holder(c, job);
        if (holder != null) {
            if (!holder.foreign()) {
                return new Recorded(0, 1, 0, null);
            }
            ForeignRows.update(c, clock.instant(), holder.jobId(), job);
            return new Recorded(0, 1, 0, open(c, holder.jobId(), job));
        }
        if (wasRemoved(c, job)) {
            return new Recorded(0, 1, 0, null);
        }
        if (maybeOurs.test(job)) {
            return new Recorded(0, 0, 1, job.createdAt());
        }
        ForeignRows.add(c, clock.instant(), job);
        return new Recorded(1, 0, 0, open(c, job.job().id(), job));
    }

    private static @Nullable Instant open(Connection c, String jobId, ForeignJob job)
            throws SQLException {
        return ForeignRows.isOpen(c, jobId) ? job.createdAt() : null;
    }

    private static @Nullable Holder holder(Connection c, ForeignJob job) throws SQLException {
        return Sql.first(
                c,
                r ->
                        new Holder(
                                r.getString("id"),
                                r.getString("origin").equals(Origin.ELSEWHERE.label())),
                "SELECT job.id, job.origin FROM batch JOIN job ON job.id = job_id WHERE task_id = ?"
                        + " AND zone_id = ?",
                job.taskId(),
                job.job().zoneId());
    }

    private static boolean wasRemoved(Connection c, ForeignJob job) throws SQLException {
        return Sql.count(
                        c,
                        "SELECT EXISTS (SELECT 1 FROM removed_task WHERE zone_id = ? AND task_id ="
                                + " ?)",
                        job.job().zoneId(),
                        job.taskId())
                == 1;
    }

    /**
     * Records up to when a zone was synced. Does nothing if there is a gap before {@code from}.
     *
     * @param first whether nothing before {@code from} is ever wanted
     */
    public void reached(
            String endpoint, String zoneId, Instant from, Instant until, boolean first) {
        journal.change(
                c -> {
                    Sql.update(
                            c,
                            "UPDATE synced SET until = max(until, ?1) WHERE endpoint = ?2 AND"
                                    + " zone_id = ?3 AND until >= ?4",
                            until,
                            endpoint,
                            zoneId,
                            from);
                    if (first) {
                        Sql.update(
                                c,
                                "INSERT OR IGNORE INTO synced (endpoint, zone_id, until) VALUES"
                                        + " (?,?,?)",
                                endpoint,
                                zoneId,
                                until);
                    }
                });
    }
}
