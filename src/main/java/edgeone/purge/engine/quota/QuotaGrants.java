package edgeone.purge.engine.quota;

import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.QuotaRepository;
import edgeone.purge.model.Job;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.Quota;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.watch.CallSubject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what of the jobs that keep to the quota may leave now, and writes it to the journal
 * before anything leaves: what does not fit waits for the next reset. Asks EdgeOne once a zone.
 */
public final class QuotaGrants {
    /**
     * Stands for the quota of prefetches to the edge, of which EdgeOne does not tell what is left.
     */
    private static final String EDGE = "edge";

    private final Run run;
    private final QuotaRepository journal;
    private final Set<String> unread = new HashSet<>();
    private @Nullable TeoException trouble;

    public QuotaGrants(Run run) {
        this.run = run;
        this.journal = run.journal().quota();
    }

    /**
     * Shares today's quota out among {@code jobs}, in their order. What jobs that do not keep to it
     * still have to send is set aside first.
     *
     * @param jobs owned by this process, with nothing in flight
     */
    public void share(List<Job> jobs) throws InterruptedException {
        Map<String, List<Job>> byZone =
                jobs.stream()
                        .filter(job -> !journal.planned(job.id()).isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        Job::zoneId, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Job>> zone : byZone.entrySet()) {
            List<Job> kept =
                    zone.getValue().stream().filter(job -> journal.keepsToQuota(job.id())).toList();
            if (!kept.isEmpty()) {
                shareZone(zone.getKey(), kept, zone.getValue());
            }
        }
    }

    /** Jobs that wait because their quota could not be read. */
    public Set<String> unread() {
        return Set.copyOf(unread);
    }

    /** Why a quota could not be read; null where none was refused. */
    public @Nullable TeoException trouble() {
        return trouble;
    }

    private void shareZone(String zoneId, List<Job> kept, List<Job> all)
            throws InterruptedException {
        Instant reset =
                QuotaDay.resetAfter(run.clock().instant().plus(run.connection().clockOffset()));
        Map<String, Long> left = new HashMap<>();
        left.put(EDGE, (long) PrefetchOptions.Mode.EDGE_DAILY);
        TeoClient plain = run.connection().client();
        TeoClient client =
                kept.size() == 1 ? plain.about(new CallSubject(kept.getFirst().id(), 0, 1)) : plain;
        try {
            for (Quota quota : run.ask(() -> client.describeContentQuota(zoneId))) {
                left.put(quota.type(), quota.batch() < 1 ? 0 : quota.available());
            }
        } catch (TeoException e) {
            trouble = e;
            for (Job job : kept) {
                unread.add(job.id());
                journal.share(job.id(), 0, 0, reset);
            }
            return;
        }
        for (Job job : all) {
            if (!kept.contains(job)) {
                int due = journal.planned(job.id()).stream().mapToInt(Integer::intValue).sum();
                left.computeIfPresent(quotaOf(job), (type, n) -> n - due);
            }
        }
        for (Job job : kept) {
            List<Integer> sizes = journal.planned(job.id());
            // A type that EdgeOne lists no quota for has none that is known.
            long available = left.getOrDefault(quotaOf(job), Long.MAX_VALUE);
            QuotaShare share = QuotaShare.of(sizes, available);
            journal.share(job.id(), share.whole(), share.part(), reset);
            left.computeIfPresent(quotaOf(job), (type, n) -> n - share.targets());
        }
    }

    private static String quotaOf(Job job) {
        return job.prefetch().mode() == PrefetchOptions.Mode.EDGE ? EDGE : job.type().wireName();
    }
}
