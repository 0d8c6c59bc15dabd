package edgeone.purge.engine.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The arithmetic of sharing a quota out, and when its day ends. */
final class QuotaShareTest {
    private static final List<Integer> SIZES = List.of(4, 4, 2);

    @Test
    void sharesToTheLastTarget() {
        assertThat(QuotaShare.of(SIZES, 0)).isEqualTo(new QuotaShare(0, 0, 0));
        assertThat(QuotaShare.of(SIZES, -3)).isEqualTo(new QuotaShare(0, 0, 0));
        assertThat(QuotaShare.of(SIZES, 3)).isEqualTo(new QuotaShare(0, 3, 3));
        assertThat(QuotaShare.of(SIZES, 4)).isEqualTo(new QuotaShare(1, 0, 4));
        assertThat(QuotaShare.of(SIZES, 5)).isEqualTo(new QuotaShare(1, 1, 5));
        assertThat(QuotaShare.of(SIZES, 9)).isEqualTo(new QuotaShare(2, 1, 9));
        assertThat(QuotaShare.of(SIZES, 10)).isEqualTo(new QuotaShare(3, 0, 10));
        assertThat(QuotaShare.of(SIZES, Long.MAX_VALUE)).isEqualTo(new QuotaShare(3, 0, 10));
        assertThat(QuotaShare.of(List.of(), 7)).isEqualTo(new QuotaShare(0, 0, 0));
    }

    @Test
    void neverSharesOutMoreThanThereIsNorLessThanFits() {
        RandomGenerator random = new SplittableRandom(14);
        for (int i = 0; i < 2_000; i++) {
            List<Integer> sizes =
                    Stream.generate(() -> 1 + random.nextInt(9)).limit(random.nextInt(6)).toList();
            long all = sizes.stream().mapToLong(Integer::longValue).sum();
            long left = random.nextLong(-3, 60);
            QuotaShare share = QuotaShare.of(sizes, left);
            long whole = sizes.stream().limit(share.whole()).mapToLong(Integer::longValue).sum();

            assertThat(share.targets()).isEqualTo(Math.clamp(left, 0, all));
            assertThat(whole + share.part()).isEqualTo(share.targets());
            if (share.part() > 0) {
                assertThat(share.part()).isLessThan(sizes.get(share.whole()));
            }
        }
    }

    @Test
    void theDayEndsAtMidnightInItsOwnTimeZone() {
        Instant midnight = Instant.parse("2026-11-26T16:00:00Z");
        assertThat(QuotaDay.resetAfter(Instant.parse("2026-11-25T16:00:00Z"))).isEqualTo(midnight);
        assertThat(QuotaDay.resetAfter(midnight.minusMillis(1))).isEqualTo(midnight);
        assertThat(QuotaDay.resetAfter(midnight)).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
        assertThat(QuotaDay.inItsZone(midnight)).isEqualTo("2026-11-27 00:00");
        assertThat(QuotaDay.here(midnight, ZoneId.of("America/New_York")))
                .isEqualTo("2026-11-26 11:00");
    }
}
