package edgeone.purge.emulator.api.state;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Wording;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything the service accepted, in order, and the quota that follows from it. Kept in memory, or
 * in a file that several processes share. Thread-safe.
 */
public final class JobLedger implements AutoCloseable {
    /** The quota of prefetches in edge mode, as {@link #usedToday} names it. */
    public static final String EDGE_PREFETCH = ZoneSetup.PREFETCH + " edge";

    private static final ZoneOffset QUOTA_ZONE = ZoneOffset.ofHours(8);

    private final @Nullable JobFile kept;
    private final @Nullable JobFile log;
    private final List<AcceptedJob> jobs = new ArrayList<>();
    private final Map<String, List<AcceptedJob>> byJobId = new HashMap<>();
    private final Map<Usage, Long> used = new HashMap<>();

    private record Usage(String zoneId, String type, LocalDate day) {}

    /** What a request asks for in one zone; everything but the daily quota is checked. */
    public record Order(
            String zoneId,
            String type,
            String method,
            List<String> targets,
            List<String> tagDomains,
            Map<Integer, RowFate> fates,
            long daily,
            @Nullable PrefetchWork prefetch) {
        /** A purge. */
        public Order(
                String zoneId,
                String type,
                String method,
                List<String> targets,
                List<String> tagDomains,
                Map<Integer, RowFate> fates,
                long daily) {
            this(zoneId, type, method, targets, tagDomains, fates, daily, null);
        }

        private AcceptedJob accepted(
                String jobId, Instant now, Duration visibleAfter, Duration processing) {
            return new AcceptedJob(
                    jobId,
                    zoneId,
                    type,
                    method,
                    targets,
                    tagDomains,
                    now.truncatedTo(ChronoUnit.MILLIS),
                    visibleAfter,
                    processing,
                    fates,
                    prefetch);
        }
    }

    private JobLedger(@Nullable JobFile kept, @Nullable JobFile log) {
        this.kept = kept;
        this.log = log;
    }

    /**
     * Opens the ledger.
     *
     * @param folder stores and shares accepted jobs; null for memory only
     * @param logFile also receives what this process accepts; null for none
     */
    public static JobLedger open(@Nullable Path folder, @Nullable Path logFile) throws IOException {
        JobFile kept = folder == null ? null : JobFile.open(folder.resolve("accepted.jsonl"));
        JobFile log = logFile == null ? null : JobFile.open(logFile);
        var ledger = new JobLedger(kept, log);
        ledger.refresh();
        return ledger;
    }

    /**
     * Accepts a request: all of its orders, under one job ID, or none. They are on disk before it
     * returns.
     *
     * @return empty if there are no orders
     */
    public synchronized List<AcceptedJob> accept(
            List<Order> orders, Instant now, Duration visibleAfter, Duration processing)
            throws ApiRefusal {
        try (var _ = kept == null ? null : kept.lock()) {
            refresh();
            String jobId = newJobId();
            List<AcceptedJob> accepted =
                    orders.stream()
                            .map(o -> o.accepted(jobId, now, visibleAfter, processing))
                            .toList();
            for (int i = 0; i < orders.size(); i++) {
                Order order = orders.get(i);
                long left = order.daily - usedToday(order.zoneId, accepted.get(i).quota(), now);
                if (order.targets.size() > left) {
                    throw new ApiRefusal(
                            Wording.DAILY_QUOTA, order.targets.size(), Math.max(0, left));
                }
            }
            if (kept != null) {
                kept.append(accepted);
                refresh();
            } else {
                accepted.forEach(this::add);
            }
            if (log != null) {
                try (var _ = log.lock()) {
                    log.append(accepted);
                }
            }
            return accepted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All jobs, oldest first. */
    public synchronized List<AcceptedJob> jobs() {
        refreshOrThrow();
        return List.copyOf(jobs);
    }

    /** The jobs after the first {@code seen}, oldest first. */
    public synchronized List<AcceptedJob> jobsAfter(int seen) {
        refreshOrThrow();
        return List.copyOf(jobs.subList(Math.min(seen, jobs.size()), jobs.size()));
    }

    /** The parts of one job: one for each zone, almost always one. */
    public synchronized List<AcceptedJob> ofJobId(String jobId) {
        refreshOrThrow();
        return List.copyOf(byJobId.getOrDefault(jobId, List.of()));
    }

    /** How much of today's quota of a type a zone has used; edge mode counts apart. */
    public synchronized long usedToday(String zoneId, String type, Instant now) {
        refreshOrThrow();
        return used.getOrDefault(new Usage(zoneId, type, dayOf(now)), 0L);
    }

    @Override
    public synchronized void close() throws IOException {
        if (kept != null) {
            kept.close();
        }
        if (log != null) {
            log.close();
        }
    }

    private void refreshOrThrow() {
        try {
            refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refresh() throws IOException {
        if (kept != null) {
            kept.readNew().forEach(this::add);
        }
    }

    private void add(AcceptedJob job) {
        jobs.add(job);
        byJobId.computeIfAbsent(job.jobId(), k -> new ArrayList<>()).add(job);
        used.merge(new Usage(job.zoneId(), job.quota(), dayOf(job.time())), job.cost(), Long::sum);
    }

    /** Twelve letters and digits, as in the documentation's samples. */
    private static String newJobId() {
        long random = UUID.randomUUID().getLeastSignificantBits() & (1L << 62) - 1;
        String id = "0".repeat(12) + Long.toString(random, 36);
        return id.substring(id.length() - 12);
    }

    private static LocalDate dayOf(Instant time) {
        return time.atOffset(QUOTA_ZONE).toLocalDate();
    }
}
