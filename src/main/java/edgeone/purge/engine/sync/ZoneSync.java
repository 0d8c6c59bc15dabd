package edgeone.purge.engine.sync;

import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.ForeignJob;
import edgeone.purge.journal.SyncRepository;
import edgeone.purge.journal.SyncRepository.Recorded;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One sync of a zone. Reads EdgeOne's list window by window, the oldest first, and records each
 * before it reads the next: whatever ends it keeps what was read.
 */
public final class ZoneSync {
    /** EdgeOne does not say how long it keeps its list; this much is asked for the first time. */
    public static final Duration FIRST = Duration.ofDays(30);

    /** What was created this long before the last sync is read again: EdgeOne lists late. */
    static final Duration OVERLAP = Duration.ofHours(1);

    /** EdgeOne's clock may be ahead of what is known of it. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    /** The code of a list whose pages do not add up. */
    private static final String INCOMPLETE = "Reply.Incomplete";

    /** Nobody who wants to write waits for more than these. */
    private static final int TARGETS_A_TRANSACTION = 5_000;

    private final Run run;
    private final SyncRepository journal;
    private final Function<Instant, String> ids;

    /**
     * @param ids makes the ID of a job created at a time
     */
    public ZoneSync(Run run, Function<Instant, String> ids) {
        this.run = run;
        this.journal = run.journal().sync();
        this.ids = ids;
    }

    /**
     * Brings in what others purged or prefetched since {@code since}, or since the last sync if it
     * is null. Ends early if the run is stopped.
     */
    public SyncReport sync(Zone zone, @Nullable Instant since) throws InterruptedException {
        Instant now = run.connection().client().serverClock().likely(run.clock().instant());
        Instant oldest = now.minus(FIRST);
        Instant from = since == null ? start(zone, oldest) : since;
        boolean first = !from.isAfter(oldest);
        Deque<SyncWindow> windows = new ArrayDeque<>(SyncWindow.covering(from, now.plus(AHEAD)));
        Recorded all = Recorded.NOTHING;
        int unreadable = 0;
        while (!windows.isEmpty() && !run.control().isStopped()) {
            SyncWindow window = windows.pop();
            run.journal().file().verify();
            List<PurgeTask> rows;
            try {
                rows = rows(zone, window).orElse(null);
            } catch (TeoException e) {
                return report(all, unreadable, e);
            }
            if (rows == null) {
                window.halves().reversed().forEach(windows::push);
                continue;
            }
            ListedJobs listed = ListedJobs.of(rows, run.connection(), zone, window, ids);
            Recorded recorded = record(listed.jobs());
            reached(zone, window, recorded, first);
            first = false;
            all = all.plus(recorded);
            unreadable += listed.unreadable();
        }
        return report(all, unreadable, null);
    }

    private static SyncReport report(Recorded all, int unreadable, @Nullable TeoException trouble) {
        return new SyncReport(all.added(), all.known(), all.later(), unreadable, trouble);
    }

    private Instant start(Zone zone, Instant oldest) {
        return journal.until(run.connection().endpoint(), zone.zoneId())
                .map(until -> until.minus(OVERLAP))
                .filter(oldest::isBefore)
                .orElse(oldest);
    }

    /** Empty if there is too much in the window, or it changed too often, to be read as a whole. */
    private Optional<List<PurgeTask>> rows(Zone zone, SyncWindow window)
            throws TeoException, InterruptedException {
        List<PurgeTask> purges = list(zone, window, null).orElse(null);
        if (purges == null) {
            return Optional.empty();
        }
        return prefetches(zone, window)
                .map(more -> Stream.concat(purges.stream(), more.stream()).toList());
    }

    /** None where the key may not list them: the purges count all the same. */
    private Optional<List<PurgeTask>> prefetches(Zone zone, SyncWindow window)
            throws TeoException, InterruptedException {
        try {
            return list(zone, window, PurgeType.PREFETCH);
        } catch (TeoException e) {
            if (e.errorClass() == ErrorClass.PERMISSION) {
                return Optional.of(List.of());
            }
            throw e;
        }
    }

    /**
     * @param type null for all purges
     */
    private Optional<List<PurgeTask>> list(Zone zone, SyncWindow window, @Nullable PurgeType type)
            throws TeoException, InterruptedException {
        PurgeTaskQuery query =
                new PurgeTaskQuery.ByTime(zone.zoneId(), window.from(), window.to(), type);
        return run.ask(
                () -> {
                    try {
                        return Optional.of(
                                run.connection().client().describePurgeTasks(query).rows());
                    } catch (TeoException e) {
                        if (e.code().equals(INCOMPLETE) && window.canBeHalved()) {
                            return Optional.empty();
                        }
                        throw e;
                    }
                });
    }

    private Recorded record(List<ForeignJob> jobs) {
        Recorded all = Recorded.NOTHING;
        List<ForeignJob> some = new ArrayList<>();
        int targets = 0;
        for (ForeignJob job : jobs) {
            targets += job.targets().size();
            if (!some.isEmpty() && targets > TARGETS_A_TRANSACTION) {
                all = all.plus(recordSome(some));
                some.clear();
                targets = job.targets().size();
            }
            some.add(job);
        }
        return all.plus(recordSome(some));
    }

    private Recorded recordSome(List<ForeignJob> jobs) {
        Duration offset = run.connection().clockOffset();
        return journal.record(jobs, (type, open) -> new MaybeOurs(type, open, offset));
    }

    /** What is not final, or may be ours, is read again next time. */
    private void reached(Zone zone, SyncWindow window, Recorded recorded, boolean first) {
        Instant open = recorded.open();
        journal.reached(
                run.connection().endpoint(),
                zone.zoneId(),
                window.from(),
                open == null || open.isAfter(window.to()) ? window.to() : open,
                first);
    }
}
