package edgeone.purge.engine.recent;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.resolve.SameTarget;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.journal.RecentRepository;
import edgeone.purge.journal.RecentRepository.Sent;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks up what of a plan was purged a short while ago, here or by anyone else. Thread-safe. */
public final class RecentPurges {
    /** How long a purge that is done counts as recent. */
    static final Duration RECENT = Duration.ofMinutes(10);

    /** The longest time between request and end that is looked back at. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final RecentRepository journal;
    private final Clock clock;
    private final TeamPurges team;
    private final Predicate<String> own;

    /**
     * @param own whether a job is in this journal
     */
    public RecentPurges(
            RecentRepository journal, Clock clock, TeamPurges team, Predicate<String> own) {
        this.journal = journal;
        this.clock = clock;
        this.team = team;
        this.own = own;
    }

    /** What colleagues purge in a zone now or purged lately, newest first; empty if not known. */
    public List<TeamJob> inTeam(String zoneId) {
        return inTeam(Set.of(zoneId)).getOrDefault(zoneId, List.of());
    }

    /** The same for several zones, by their IDs; a zone may be missing. */
    public Map<String, List<TeamJob>> inTeam(Set<String> zoneIds) {
        Map<String, List<TeamJob>> colleagues = new HashMap<>();
        team.lately(zoneIds)
                .forEach(
                        (zone, jobs) ->
                                colleagues.put(
                                        zone,
                                        jobs.stream().filter(job -> !own.test(job.id())).toList()));
        return colleagues;
    }

    /**
     * What to know of them before a plan is sent: first what has the same targets, then what runs.
     *
     * @param jobs of {@link #inTeam}
     */
    public static Optional<TeamPurge> of(Plan plan, List<TeamJob> jobs) {
        if (jobs.isEmpty()) {
            return Optional.empty();
        }
        Set<String> keys = keys(plan);
        return jobs.stream()
                .map(job -> new TeamPurge(job, same(plan, keys, job)))
                .max(
                        Comparator.comparing((TeamPurge p) -> p.same() > 0)
                                .thenComparing(p -> p.job().running())
                                .thenComparing(p -> p.job().ago(), Comparator.reverseOrder()));
    }

    /**
     * What was purged lately of plans, in their order. Asks the team, and EdgeOne for its list of
     * each zone; one that EdgeOne refuses is done without.
     */
    public List<Lately> lately(Connection connection, List<Plan> plans)
            throws InterruptedException {
        Map<String, List<TeamJob>> told =
                inTeam(plans.stream().map(p -> p.zone().zoneId()).collect(Collectors.toSet()));
        List<Lately> found = new ArrayList<>();
        for (Plan plan : plans) {
            String zoneId = plan.zone().zoneId();
            found.add(
                    new Lately(
                            of(connection, plan, listed(connection, zoneId, plan.type())),
                            of(plan, told.getOrDefault(zoneId, List.of()))));
        }
        return found;
    }

    /** {@link #atEdgeOne}, empty where EdgeOne refuses it or cannot be asked. */
    public List<PurgeTask> listed(Connection connection, String zoneId, PurgeType type)
            throws InterruptedException {
        try {
            return atEdgeOne(connection, zoneId, type);
        } catch (TeoException e) {
            // A key without this permission may purge all the same; the journal still tells.
            return List.of();
        }
    }

    private static int same(Plan plan, Set<String> keys, TeamJob job) {
        if (job.type() != plan.type()) {
            return 0;
        }
        return plan.type() == PurgeType.ALL
                ? 1
                : (int)
                        job.some().stream()
                                .map(target -> key(plan.type(), target))
                                .distinct()
                                .filter(keys::contains)
                                .count();
    }

    /** A purge of one target, here or elsewhere, by this machine's clock. */
    private record Seen(Instant at, boolean running) {}

    /**
     * EdgeOne's list of what was purged in a zone lately, all pages.
     *
     * @throws TeoException if EdgeOne refuses or cannot be asked
     */
    public List<PurgeTask> atEdgeOne(Connection connection, String zoneId, PurgeType type)
            throws TeoException, InterruptedException {
        Instant now = clock.instant().plus(connection.clockOffset());
        return connection
                .client()
                .describePurgeTasks(
                        new PurgeTaskQuery.ByTime(
                                zoneId, now.minus(LONGEST), now.plus(AHEAD), type))
                .rows();
    }

    /**
     * What of {@code plan} was purged lately.
     *
     * @param listed EdgeOne's list; empty where it is not known
     */
    public Optional<RecentPurge> of(Connection connection, Plan plan, List<PurgeTask> listed) {
        Instant now = clock.instant();
        Map<String, Seen> seen = new HashMap<>();
        journal.sent(connection.endpoint(), plan.zone().zoneId(), plan.type(), now.minus(LONGEST))
                .forEach(
                        sent ->
                                see(
                                        seen,
                                        key(plan.type(), sent.target()),
                                        seen(sent, connection, now)));
        for (PurgeTask task : listed) {
            see(seen, key(plan.type(), task.target()), seen(task, connection, now));
        }
        return seen.isEmpty() ? Optional.empty() : sum(plan, seen, now);
    }

    private static Optional<RecentPurge> sum(Plan plan, Map<String, Seen> seen, Instant now) {
        List<Seen> hits = new ArrayList<>();
        for (String key : keys(plan)) {
            Seen hit = seen.get(key);
            if (hit != null) {
                hits.add(hit);
            }
        }
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Instant newest = hits.stream().map(Seen::at).max(Instant::compareTo).orElseThrow();
        Duration ago = Duration.between(newest, now);
        return Optional.of(
                new RecentPurge(
                        plan.type(),
                        hits.size(),
                        (int) hits.stream().filter(Seen::running).count(),
                        ago.isNegative() ? Duration.ZERO : ago));
    }

    private static Set<String> keys(Plan plan) {
        if (plan.type() == PurgeType.ALL) {
            return Set.of("");
        }
        Set<String> keys = new HashSet<>();
        plan.batches().forEach(b -> b.forEach(t -> keys.add(key(plan.type(), t))));
        return keys;
    }

    private static String key(PurgeType type, String target) {
        return type == PurgeType.ALL ? "" : SameTarget.key(target);
    }

    /** The later of two purges of one target counts. */
    private static void see(Map<String, Seen> seen, String key, @Nullable Seen purge) {
        if (purge != null) {
            seen.merge(key, purge, (a, b) -> b.at().isAfter(a.at()) ? b : a);
        }
    }

    private static @Nullable Seen seen(Sent sent, Connection connection, Instant now) {
        Duration offset = sent.foreign() ? connection.clockOffset() : Duration.ZERO;
        Instant at = sent.at().minus(offset);
        return switch (sent.state()) {
            // What nobody has asked about may have ended long ago; EdgeOne's list tells.
            case ACCEPTED, PROCESSING, UNKNOWN -> recent(at, at, true, now);
            case SUCCEEDED -> {
                Instant ended = sent.endedAt();
                yield recent(ended == null ? at : ended.minus(offset), at, false, now);
            }
            case PENDING, FAILED, TIMED_OUT, CANCELED, REJECTED -> null;
        };
    }

    private static @Nullable Seen seen(PurgeTask task, Connection connection, Instant now) {
        Instant created = task.createTime();
        if (created == null) {
            return null;
        }
        Instant at = created.minus(connection.clockOffset());
        Instant updated = task.updateTime();
        return switch (task.status()) {
            case "processing" -> new Seen(at, true);
            case "success" ->
                    recent(
                            updated == null ? at : updated.minus(connection.clockOffset()),
                            at,
                            false,
                            now);
            default -> null;
        };
    }

    private static @Nullable Seen recent(Instant last, Instant at, boolean running, Instant now) {
        return last.isBefore(now.minus(RECENT)) ? null : new Seen(at, running);
    }
}
