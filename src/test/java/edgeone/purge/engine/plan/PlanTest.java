package edgeone.purge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.engine.plan.Plan.Warning;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** When two plans send the same, and what one costs. */
final class PlanTest {
    private static final Plan PLAN =
            plan("zone-1", PurgeType.CACHE_TAG, null, List.of("a.com"), List.of(List.of("t")), 9L);

    private static Plan plan(
            String zoneId,
            PurgeType type,
            @Nullable PurgeMethod method,
            List<String> domains,
            List<List<String>> batches,
            @Nullable Long quotaLeft,
            Refusal... refusals) {
        List<TargetList.Target> targets =
                batches.stream()
                        .flatMap(List::stream)
                        .map(t -> new TargetList.Target(1, t))
                        .toList();
        return new Plan(
                new Zone(zoneId, "example.com", "", "global", "active", false),
                type,
                method,
                domains,
                new TargetList(targets.size(), targets, 0, List.of(), List.of(), List.of(), 0),
                batches,
                Duration.ZERO,
                quotaLeft,
                quotaLeft == null ? List.of(Warning.QUOTA_NOT_LISTED) : List.of(),
                List.of(refusals));
    }

    @Test
    void remainingQuotaAndWarningsDoNotChangeWhatIsSent() {
        assertThat(
                        PLAN.sendsTheSameAs(
                                plan(
                                        "zone-1",
                                        PurgeType.CACHE_TAG,
                                        null,
                                        List.of("a.com"),
                                        List.of(List.of("t")),
                                        null)))
                .isTrue();
    }

    @Test
    void anotherZoneTypeMethodDomainOrBatchSendsSomethingElse() {
        List<String> domains = List.of("a.com");
        List<List<String>> batches = List.of(List.of("t"));
        assertThat(
                        List.of(
                                plan("zone-2", PurgeType.CACHE_TAG, null, domains, batches, 9L),
                                plan("zone-1", PurgeType.URL, null, domains, batches, 9L),
                                plan(
                                        "zone-1",
                                        PurgeType.CACHE_TAG,
                                        PurgeMethod.DELETE,
                                        domains,
                                        batches,
                                        9L),
                                plan("zone-1", PurgeType.CACHE_TAG, null, List.of(), batches, 9L),
                                plan(
                                        "zone-1",
                                        PurgeType.CACHE_TAG,
                                        null,
                                        domains,
                                        List.of(List.of("u")),
                                        9L)))
                .noneMatch(PLAN::sendsTheSameAs)
                .noneMatch(other -> other.sendsTheSameAs(PLAN));
    }

    @Test
    void aRefusalMakesItUnsendable() {
        assertThat(PLAN.sendable()).isTrue();
        assertThat(
                        plan(
                                        "zone-1",
                                        PurgeType.CACHE_TAG,
                                        null,
                                        List.of(),
                                        List.of(),
                                        9L,
                                        new Refusal.NoTargets())
                                .sendable())
                .isFalse();
    }

    @Test
    void remainingQuotaIsNeverNegative() {
        assertThat(PLAN.quotaAfter()).isEqualTo(8L);
        List<List<String>> two = List.of(List.of("t"), List.of("u"));
        assertThat(plan("zone-1", PurgeType.CACHE_TAG, null, List.of(), two, 1L).quotaAfter())
                .isZero();
        assertThat(plan("zone-1", PurgeType.CACHE_TAG, null, List.of(), two, null).quotaAfter())
                .isNull();
    }
}
