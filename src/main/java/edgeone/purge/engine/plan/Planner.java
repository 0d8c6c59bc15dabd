package edgeone.purge.engine.plan;

import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.engine.plan.Plan.Warning;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.OddCharacters;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cuts a draft into batches. Pure. */
public final class Planner {
    /**
     * EdgeOne accepts bodies up to 10 MB; this leaves room for the rest of the body and JSON
     * escapes.
     */
    static final int MAX_BODY_BYTES = 9_000_000;

    private static final long NANOS_A_REQUEST = 50_000_000;
    private static final Pattern DOMAIN =
            Pattern.compile("(?!-)[a-z0-9-]{1,63}(?:\\.(?!-)[a-z0-9-]{1,63})+");

    private Planner() {}

    public static Plan plan(PurgeDraft draft, ZoneFacts facts) {
        PurgeType type = draft.type();
        List<Refusal> refusals = new ArrayList<>();
        List<Warning> warnings = warnings(facts, draft);
        List<String> domains =
                draft.tagDomains().stream().map(d -> d.strip().toLowerCase(Locale.ROOT)).toList();

        TargetList list = TargetList.EMPTY;
        if (type == PurgeType.ALL) {
            if (draft.targets() != null) {
                refusals.add(new Refusal.TargetsForWholeZone());
            }
        } else {
            TargetLines given = draft.targets() == null ? TargetLines.of("") : draft.targets();
            list = TargetReader.read(type, given, facts.hosts(), draft.cleaning());
            if (OddCharacters.prevailIn(given)) {
                warnings.add(Warning.ODD_CHARACTERS);
            }
            if (!list.problems().isEmpty() && !draft.skipProblems()) {
                refusals.add(new Refusal.Problems(list.problems().size()));
            }
            if (list.targets().isEmpty()) {
                refusals.add(new Refusal.NoTargets());
            }
        }
        if (draft.method() != null && !type.takesMethod()) {
            refusals.add(new Refusal.MethodNotTaken());
        }
        checkDomains(type, domains, facts.hosts(), refusals);
        checkHeaders(draft.prefetch(), refusals);

        Optional<Quota> quota =
                facts.quotas().stream().filter(q -> q.type().equals(type.wireName())).findFirst();
        boolean edge = draft.prefetch().mode() == PrefetchOptions.Mode.EDGE;
        int needed = type == PurgeType.ALL ? 1 : list.targets().size();
        int most = edge ? Math.min(needed, PrefetchOptions.Mode.EDGE_DAILY) : needed;
        int fits = quota.map(q -> Math.clamp(usable(q, edge), 0, most)).orElse(most);
        if (type.isPrefetch() && quota.filter(q -> !q.grantsAny()).isPresent()) {
            refusals.add(new Refusal.PrefetchNotInPlan());
            fits = needed;
        }
        boolean kept = draft.fit() && quota.filter(Quota::grantsAny).isPresent();
        if (fits < needed && !kept) {
            refusals.add(new Refusal.QuotaTooSmall(fits, needed));
            fits = needed;
        }
        List<List<String>> batches = new ArrayList<>(batches(type, list, quota, 0, fits));
        int now = batches.size();
        batches.addAll(batches(type, list, quota, fits, needed));
        return new Plan(
                draft.zone(),
                type,
                type.takesMethod() ? draft.method() : null,
                domains,
                list,
                batches,
                Duration.ofNanos(Math.max(0, now - 1) * NANOS_A_REQUEST),
                edge ? null : quota.map(Quota::available).orElse(null),
                quota.isPresent() && !edge ? facts.readAt() : null,
                draft.fit(),
                needed - fits,
                draft.prefetch(),
                warnings,
                refusals);
    }

    /**
     * @param edge whether the day's quota is another one, which EdgeOne does not tell
     */
    private static long usable(Quota quota, boolean edge) {
        return quota.batch() < 1 ? 0 : edge ? Long.MAX_VALUE : quota.available();
    }

    private static void checkHeaders(PrefetchOptions prefetch, List<Refusal> refusals) {
        for (int i = 0; i < prefetch.headers().size(); i++) {
            PrefetchOptions.Header header = prefetch.headers().get(i);
            int number = i + 1;
            header.problem()
                    .ifPresent(
                            problem ->
                                    refusals.add(
                                            new Refusal.BadHeader(number, header.name(), problem)));
        }
    }

    private static void checkDomains(
            PurgeType type, List<String> domains, ZoneHosts hosts, List<Refusal> refusals) {
        if (domains.isEmpty()) {
            return;
        }
        if (type != PurgeType.CACHE_TAG) {
            refusals.add(new Refusal.DomainsNotTaken());
        }
        for (String domain : domains) {
            if (!DOMAIN.matcher(domain).matches()) {
                refusals.add(new Refusal.BadDomain(domain));
            } else if (!hosts.covers(domain)) {
                refusals.add(new Refusal.ForeignDomain(domain));
            }
        }
    }

    private static List<Warning> warnings(ZoneFacts facts, PurgeDraft draft) {
        PurgeType type = draft.type();
        List<Warning> warnings = new ArrayList<>();
        if (type != PurgeType.ALL && type != PurgeType.CACHE_TAG) {
            switch (facts.hosts()) {
                case ZoneHosts.Suffix ignored -> warnings.add(Warning.HOSTS_BY_SUFFIX);
                case ZoneHosts.Unchecked ignored -> warnings.add(Warning.HOSTS_UNCHECKED);
                case ZoneHosts.Listed ignored -> {}
            }
        }
        if (facts.quotaTrouble() != null) {
            warnings.add(Warning.QUOTA_UNREADABLE);
        } else if (facts.quotas().stream().noneMatch(q -> q.type().equals(type.wireName()))) {
            warnings.add(Warning.QUOTA_NOT_LISTED);
        }
        if (draft.prefetch().mode() == PrefetchOptions.Mode.EDGE) {
            warnings.add(Warning.EDGE_QUOTA_UNKNOWN);
        }
        if (draft.prefetch().mediaSegments()) {
            warnings.add(Warning.SEGMENTS_COST_QUOTA);
        }
        Zone zone = facts.zone();
        // An empty status means that EdgeOne sent none.
        if (zone.locked() || !(zone.status().isEmpty() || zone.status().equals("active"))) {
            warnings.add(Warning.ZONE_NOT_ACTIVE);
        }
        return warnings;
    }

    /** The batches of the targets from {@code from}, before {@code to}. */
    private static List<List<String>> batches(
            PurgeType type, TargetList list, Optional<Quota> quota, int from, int to) {
        if (type == PurgeType.ALL) {
            return Collections.nCopies(to - from, List.of());
        }
        long perBatch =
                quota.map(Quota::batch).filter(b -> b > 0).orElse((long) type.documentedBatch());
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        long bytes = 0;
        for (TargetList.Target target : list.targets().subList(from, to)) {
            long size = bodyBytes(target.text());
            if (!batch.isEmpty() && (batch.size() >= perBatch || bytes + size > MAX_BODY_BYTES)) {
                batches.add(List.copyOf(batch));
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(target.text());
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    /** An upper bound: quotes and backslashes may be escaped, quotes and a comma are added. */
    private static long bodyBytes(String target) {
        long escapes = target.chars().filter(c -> c == '"' || c == '\\').count();
        return target.getBytes(StandardCharsets.UTF_8).length + escapes + 3;
    }
}
