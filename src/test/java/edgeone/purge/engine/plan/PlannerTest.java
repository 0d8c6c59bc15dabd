package edgeone.purge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.engine.plan.Plan.Warning;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.teo.error.RefusedException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a draft is cut into batches, and what is refused. */
final class PlannerTest {
    private static final Zone ZONE =
            new Zone("zone-1", "example.com", "", "global", "active", false);
    private static final ZoneHosts HOSTS =
            new ZoneHosts.Listed(List.of(new AccelerationDomain("www.example.com", "online")));

    private static ZoneFacts facts(Quota... quotas) {
        return new ZoneFacts(ZONE, HOSTS, List.of(), List.of(quotas), Instant.EPOCH, null, null);
    }

    private static PurgeDraft draft(
            PurgeType type, @Nullable PurgeMethod method, @Nullable String text) {
        return new PurgeDraft(ZONE, type, method, text, List.of(), false);
    }

    private static String urls(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "https://www.example.com/" + i)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void batchesFollowTheZonesQuota() {
        Plan plan =
                Planner.plan(
                        draft(PurgeType.URL, null, urls(2_500)),
                        facts(new Quota("purge_url", 1_000, 10_000, 9_000)));

        assertThat(plan.batches()).extracting(List::size).containsExactly(1_000, 1_000, 500);
        assertThat(plan.quotaLeft()).isEqualTo(9_000L);
        assertThat(plan.quotaAfter()).isEqualTo(6_500L);
        assertThat(plan.duration()).hasMillis(100);
        assertThat(plan.sendable()).isTrue();
        assertThat(plan.method()).isNull();
    }

    @Test
    void usesTheDocumentedMaximumsIfTheQuotaCannotBeRead() {
        ZoneFacts blind =
                new ZoneFacts(
                        ZONE,
                        HOSTS,
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        null,
                        new RefusedException(
                                "DescribeContentQuota",
                                "AuthFailure.UnauthorizedOperation",
                                "",
                                null));
        Plan plan = Planner.plan(draft(PurgeType.URL, null, urls(5_001)), blind);

        assertThat(plan.batches()).extracting(List::size).containsExactly(5_000, 1);
        assertThat(plan.warnings()).containsExactly(Warning.QUOTA_UNREADABLE);
        assertThat(plan.quotaLeft()).isNull();
    }

    @Test
    void batchesFollowTheSizeOfTheBodyToo() {
        String path = "x".repeat(60_000);
        String text =
                IntStream.range(0, 300)
                        .mapToObj(i -> "https://www.example.com/" + i + path)
                        .collect(Collectors.joining("\n"));
        Plan plan = Planner.plan(draft(PurgeType.URL, null, text), facts());

        assertThat(plan.batches()).hasSize(3);
        assertThat(plan.batches().stream().mapToInt(List::size).sum()).isEqualTo(300);
    }

    @Test
    void refusesWhatTheQuotaDoesNotAllow() {
        assertThat(
                        Planner.plan(
                                        draft(PurgeType.URL, null, urls(3)),
                                        facts(new Quota("purge_url", 1_000, 10_000, 2)))
                                .refusals())
                .containsExactly(new Refusal.QuotaTooSmall(2, 3));
        assertThat(
                        Planner.plan(
                                        draft(PurgeType.ALL, null, null),
                                        facts(new Quota("purge_all", 1, 10, 0)))
                                .refusals())
                .containsExactly(new Refusal.QuotaTooSmall(0, 1));
    }

    @Test
    void aWholeZonePurgeComesOnlyFromChoosingItAndTakesNoTargets() {
        assertThat(Planner.plan(draft(PurgeType.ALL, null, null), facts()).sendable()).isTrue();
        for (String text : List.of("", "   ", "https://www.example.com/")) {
            assertThat(Planner.plan(draft(PurgeType.ALL, null, text), facts()).refusals())
                    .contains(new Refusal.TargetsForWholeZone());
        }
        for (String empty : List.of("", "\n\n", " \t ")) {
            assertThat(Planner.plan(draft(PurgeType.URL, null, empty), facts()).refusals())
                    .containsExactly(new Refusal.NoTargets());
        }
    }

    @Test
    void oneBadLineRefusesTheListUnlessItIsSkipped() {
        String text = urls(2) + "\nftp://www.example.com/x";
        assertThat(Planner.plan(draft(PurgeType.URL, null, text), facts()).refusals())
                .containsExactly(new Refusal.Problems(1));
        PurgeDraft skipping = new PurgeDraft(ZONE, PurgeType.URL, null, text, List.of(), true);
        assertThat(Planner.plan(skipping, facts()).targets()).isEqualTo(2);
        assertThat(Planner.plan(skipping, facts()).sendable()).isTrue();
    }

    @Test
    void refusesACacheTagDomainOfAnotherZone() {
        PurgeDraft draft =
                new PurgeDraft(
                        ZONE,
                        PurgeType.CACHE_TAG,
                        null,
                        "tag",
                        List.of("www.example.com", "www.example.org"),
                        false);

        assertThat(Planner.plan(draft, facts()).refusals())
                .containsExactly(new Refusal.ForeignDomain("www.example.org"));
    }

    @Test
    void refusesAMethodEdgeOneDecidesAndDomainsForOtherTypes() {
        assertThat(
                        Planner.plan(draft(PurgeType.URL, PurgeMethod.DELETE, urls(1)), facts())
                                .refusals())
                .containsExactly(new Refusal.MethodNotTaken());
        PurgeDraft domains =
                new PurgeDraft(
                        ZONE, PurgeType.URL, null, urls(1), List.of("www.example.com"), false);
        assertThat(Planner.plan(domains, facts()).refusals())
                .containsExactly(new Refusal.DomainsNotTaken());
        PurgeDraft wildcard =
                new PurgeDraft(
                        ZONE, PurgeType.CACHE_TAG, null, "t", List.of("*.example.com"), false);
        assertThat(Planner.plan(wildcard, facts()).refusals())
                .containsExactly(new Refusal.BadDomain("*.example.com"));
    }
}
