package edgeone.purge.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.plan.Plan.Refusal;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is just allowed and what is one too many, for quotas and request size. */
final class PlannerLimitsTest {
    private static final Zone ZONE =
            new Zone("zone-1", "example.com", "", "global", "active", false);

    /** What a target adds besides its own bytes: two quotes and a comma. */
    private static final int AROUND_A_TARGET = 3;

    /** Of the largest request; so each target is far below the longest one that is taken. */
    private static final int TARGETS_IN_LARGEST = 150;

    private static Plan plan(PurgeType type, @Nullable String text, Quota... quotas) {
        return Planner.plan(
                new PurgeDraft(ZONE, type, null, text, List.of(), false),
                new ZoneFacts(
                        ZONE,
                        new ZoneHosts.Unchecked(),
                        List.of(),
                        List.of(quotas),
                        Instant.EPOCH,
                        null,
                        null));
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "tag" + i).collect(Collectors.joining("\n"));
    }

    private static Quota tagQuota(long batch, long available) {
        return new Quota("purge_cache_tag", batch, 10_000, available);
    }

    @Test
    void aQuotaThatIsExactlyEnoughIsEnough() {
        assertThat(plan(PurgeType.CACHE_TAG, tags(3), tagQuota(3, 3)).refusals()).isEmpty();
        assertThat(plan(PurgeType.CACHE_TAG, tags(4), tagQuota(3, 3)).refusals())
                .containsExactly(new Refusal.QuotaTooSmall(3, 4));
        assertThat(plan(PurgeType.ALL, null, new Quota("purge_all", 1, 1, 1)).refusals()).isEmpty();
    }

    @Test
    void oneTargetPerRequestIsEnoughToSend() {
        Plan plan = plan(PurgeType.CACHE_TAG, tags(3), tagQuota(1, 3));

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.batches())
                .containsExactly(List.of("tag0"), List.of("tag1"), List.of("tag2"));
    }

    @Test
    void theRemainingQuotaIsKnownWithOneTargetPerRequest() {
        assertThat(plan(PurgeType.CACHE_TAG, tags(3), tagQuota(1, 2)).refusals())
                .containsExactly(new Refusal.QuotaTooSmall(2, 3));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aTypeWithZeroTargetsPerRequestCannotBeSent(long batch) {
        Plan plan = plan(PurgeType.CACHE_TAG, tags(101), tagQuota(batch, 9_000));

        assertThat(plan.refusals()).containsExactly(new Refusal.QuotaTooSmall(0, 101));
        assertThat(plan.batches())
                .as("cut as EdgeOne documents, so that the plan still says how long it would take")
                .extracting(List::size)
                .containsExactly(100, 1);
    }

    @Test
    void aNegativeQuotaIsShownAsZero() {
        assertThat(plan(PurgeType.CACHE_TAG, tags(1), tagQuota(10, -5)).refusals())
                .containsExactly(new Refusal.QuotaTooSmall(0, 1));
    }

    @Test
    void aListWithoutTargetsIsNotBlamedOnTheQuota() {
        assertThat(plan(PurgeType.CACHE_TAG, "", tagQuota(0, 0)).refusals())
                .containsExactly(new Refusal.NoTargets());
    }

    @Test
    void onlyTheQuotaOfTheTypeCounts() {
        Plan plan =
                plan(
                        PurgeType.CACHE_TAG,
                        tags(5),
                        new Quota("prefetch_url", 1, 1, 1),
                        tagQuota(2, 40),
                        new Quota("purge_url", 1, 1, 1));

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.quotaLeft()).isEqualTo(40L);
        assertThat(plan.quotaAfter()).isEqualTo(35L);
        assertThat(plan.batches()).extracting(List::size).containsExactly(2, 2, 1);
    }

    @Test
    void aWholeZoneIsOneRequestWithoutTargets() {
        Plan plan = plan(PurgeType.ALL, null);

        assertThat(plan.batches()).containsExactly(List.of());
        assertThat(plan.targets()).isEqualTo(1);
        assertThat(plan.duration()).isZero();
    }

    @Test
    void aRequestMayBeExactlyAsLargeAsTheLimit() {
        assertThat(sizes("x", 0)).containsExactly(TARGETS_IN_LARGEST);
        assertThat(sizes("x", 1)).containsExactly(TARGETS_IN_LARGEST - 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "é"})
    void escapedAndNonAsciiCharactersTakeTwoBytes(String character) {
        assertThat(sizes(character, 0)).containsExactly(TARGETS_IN_LARGEST);
        assertThat(sizes(character, 1)).containsExactly(TARGETS_IN_LARGEST - 1, 1);
    }

    /**
     * @param character occurs once in each target; anything except {@code x} counts as two bytes
     * @param tooMany bytes of the last target above the limit
     * @return how many targets are in each request
     */
    private static List<Integer> sizes(String character, int tooMany) {
        int each = Planner.MAX_BODY_BYTES / TARGETS_IN_LARGEST - AROUND_A_TARGET;
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < TARGETS_IN_LARGEST; i++) {
            String start = "%03d".formatted(i) + character;
            int taken = start.length() + (character.equals("x") ? 0 : 1);
            int last = i == TARGETS_IN_LARGEST - 1 ? tooMany : 0;
            tags.add(start + "x".repeat(each - taken + last));
        }
        return plan(PurgeType.CACHE_TAG, String.join("\n", tags), tagQuota(1_000, 1_000))
                .batches()
                .stream()
                .map(List::size)
                .toList();
    }
}
