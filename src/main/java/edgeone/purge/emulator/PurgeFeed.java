package edgeone.purge.emulator;

import edgeone.purge.emulator.api.action.UrlParts;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.PrefetchWork;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;
import edgeone.purge.emulator.edge.CachedObject;
import edgeone.purge.emulator.edge.DueChange;
import edgeone.purge.emulator.edge.DuePrefetch;
import edgeone.purge.emulator.edge.DuePurge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells the edge what to purge and what to cache: a target takes effect when its row turns {@code
 * success}, never before, and not at all if it ends otherwise. Invented: the scheme is not part of
 * the edge's cache key, so {@code http} and {@code https} mean the same object.
 */
final class PurgeFeed {
    private final Zones zones;
    private final JobLedger ledger;
    private final PrefetchShelf shelf;
    private final InstantSource clock;
    private final Instant began;
    private final List<Pending> pending = new ArrayList<>();
    private int seen;

    private static final class Pending {
        private final AcceptedJob job;
        private int next;

        Pending(AcceptedJob job) {
            this.job = job;
        }
    }

    /** A row that took effect. */
    private record Timed(Instant at, AcceptedJob job, int row) {}

    PurgeFeed(Zones zones, JobLedger ledger, PrefetchShelf shelf, InstantSource clock) {
        this.zones = zones;
        this.ledger = ledger;
        this.shelf = shelf;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** Returns what took effect since the last call, in that order. */
    synchronized List<DueChange> due() {
        List<AcceptedJob> jobs = ledger.jobsAfter(seen);
        seen += jobs.size();
        for (AcceptedJob job : jobs) {
            // Purges that finished before this edge started found nothing in its caches.
            if (!job.isFinal(job.targets().size() - 1, began)) {
                pending.add(new Pending(job));
            }
        }
        Instant now = clock.instant();
        List<Timed> due = new ArrayList<>();
        for (Pending each : pending) {
            AcceptedJob job = each.job;
            for (; each.next < job.targets().size() && job.isFinal(each.next, now); each.next++) {
                if (job.fate(each.next).status().equals("success")) {
                    due.add(new Timed(job.finalAt(each.next), job, each.next));
                }
            }
        }
        pending.removeIf(each -> each.next >= each.job.targets().size());
        due.sort(Comparator.comparing(Timed::at));
        return due.stream().flatMap(this::changes).toList();
    }

    private Stream<DueChange> changes(Timed row) {
        PrefetchWork prefetch = row.job().prefetch();
        if (prefetch != null) {
            return shelf.take(prefetch.ticket(), row.row()).stream().map(DuePrefetch::new);
        }
        Optional<DuePurge> purge = purge(row.job(), row.job().targets().get(row.row()));
        purge.ifPresent(p -> shelf.purge(p.matches(), row.at()));
        return purge.<DueChange>map(p -> p).stream();
    }

    private Optional<DuePurge> purge(AcceptedJob job, String target) {
        Optional<ZoneSetup> zone = zones.find(job.zoneId());
        return zone.flatMap(z -> objects(job, target, z))
                .map(matches -> new DuePurge(matches, job.method().equals("delete")));
    }

    private static Optional<Predicate<CachedObject>> objects(
            AcceptedJob job, String target, ZoneSetup zone) {
        Optional<UrlParts> url = UrlParts.of(target);
        return switch (job.type()) {
            case "purge_url" ->
                    url.map(u -> o -> o.host().equals(u.authority()) && o.path().equals(u.path()));
            case "purge_prefix" ->
                    url.map(
                            u ->
                                    o ->
                                            o.host().equals(u.authority())
                                                    && o.path().startsWith(u.path()));
            case "purge_host" -> Optional.of(o -> o.host().equals(target.toLowerCase(Locale.ROOT)));
            case "purge_all" -> Optional.of(o -> zone.covers(o.host()));
            case "purge_cache_tag" ->
                    Optional.of(
                            o ->
                                    o.tags().contains(target)
                                            && zone.covers(o.host())
                                            && (job.tagDomains().isEmpty()
                                                    || job.tagDomains().contains(o.host())));
            default -> Optional.empty();
        };
    }
}
