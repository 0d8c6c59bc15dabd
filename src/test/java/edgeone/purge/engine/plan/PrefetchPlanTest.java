package edgeone.purge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.engine.plan.Plan.Warning;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PrefetchOptions.Header;
import edgeone.purge.model.PrefetchOptions.HeaderProblem;
import edgeone.purge.model.PrefetchOptions.Mode;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a prefetch costs, and what keeps it from being sent. */
final class PrefetchPlanTest {
    private static final Zone ZONE =
            new Zone("zone-1", "example.com", "", "global", "active", false);

    private static Plan plan(int urls, PrefetchOptions options, boolean fit, Quota... quotas) {
        PurgeDraft draft =
                new PurgeDraft(ZONE, PurgeType.PREFETCH, null, text(urls), List.of(), false)
                        .prefetching(options);
        return Planner.plan(
                fit ? draft.fitted() : draft,
                new ZoneFacts(
                        ZONE,
                        new ZoneHosts.Suffix("example.com"),
                        List.of(),
                        List.of(quotas),
                        Instant.EPOCH,
                        null,
                        null));
    }

    private static String text(int urls) {
        return IntStream.range(0, urls)
                .mapToObj(i -> "https://www.example.com/" + i)
                .collect(Collectors.joining("\n"));
    }

    private static Quota quota(long batch, long available) {
        return new Quota("prefetch_url", batch, batch == 0 ? 0 : 5_000, available);
    }

    private static PrefetchOptions edge() {
        return new PrefetchOptions(Mode.EDGE, List.of(), false);
    }

    @Test
    void itsOwnQuotaCounts() {
        Plan plan =
                plan(5, PrefetchOptions.NONE, false, new Quota("purge_url", 1, 1, 1), quota(2, 7));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.batches()).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(plan.quotaAfter()).isEqualTo(2);
        assertThat(plan(5, PrefetchOptions.NONE, false, quota(2, 4)).refusals())
                .containsExactly(new Refusal.QuotaTooSmall(4, 5));
    }

    @Test
    void aQuotaOfNothingMeansThatThePlanHasNoPrefetch() {
        for (boolean fit : List.of(true, false)) {
            assertThat(plan(5, PrefetchOptions.NONE, fit, quota(0, 0)).refusals())
                    .containsExactly(new Refusal.PrefetchNotInPlan());
            assertThat(plan(5, edge(), fit, quota(0, 0)).refusals())
                    .containsExactly(new Refusal.PrefetchNotInPlan());
        }
        assertThat(plan(5, PrefetchOptions.NONE, false).warnings())
                .contains(Warning.QUOTA_NOT_LISTED);
    }

    @Test
    void edgeModeHasAQuotaOfItsOwnThatNobodyTells() {
        Plan plan = plan(1_000, edge(), false, quota(500, 3));
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.quotaLeft()).isNull();
        assertThat(plan.quotaReadAt()).isNull();
        assertThat(plan.warnings()).contains(Warning.EDGE_QUOTA_UNKNOWN);
        assertThat(plan(1_001, edge(), false, quota(500, 9_999)).refusals())
                .containsExactly(new Refusal.QuotaTooSmall(1_000, 1_001));
        Plan fitted = plan(1_001, edge(), true, quota(500, 9_999));
        assertThat(fitted.refusals()).isEmpty();
        assertThat(fitted.later()).isEqualTo(1);
    }

    @Test
    void mediaSegmentsAreSaidToCostQuota() {
        PrefetchOptions segments = new PrefetchOptions(Mode.DEFAULT, List.of(), true);
        assertThat(plan(1, segments, false, quota(2, 4)).warnings())
                .contains(Warning.SEGMENTS_COST_QUOTA);
        assertThat(plan(1, PrefetchOptions.NONE, false, quota(2, 4)).warnings())
                .doesNotContain(Warning.SEGMENTS_COST_QUOTA, Warning.EDGE_QUOTA_UNKNOWN);
    }

    @Test
    void aHeaderThatCannotBeSentRefusesThePlan() {
        PrefetchOptions options =
                new PrefetchOptions(
                        Mode.DEFAULT,
                        List.of(
                                Header.of("Accept: */*"),
                                Header.of("Cookie: a=b"),
                                Header.of("nothing")),
                        false);
        assertThat(plan(1, options, false, quota(2, 4)).refusals())
                .containsExactly(
                        new Refusal.BadHeader(2, "Cookie", HeaderProblem.SIGNS_IN),
                        new Refusal.BadHeader(3, "nothing", HeaderProblem.NOT_A_HEADER));
    }

    @Test
    void otherOptionsSendSomethingElse() {
        Plan plan = plan(2, PrefetchOptions.NONE, false, quota(2, 4));
        assertThat(plan.sendsTheSameAs(plan(2, PrefetchOptions.NONE, false, quota(2, 4)))).isTrue();
        assertThat(plan.sendsTheSameAs(plan(2, edge(), false, quota(2, 4)))).isFalse();
    }
}
