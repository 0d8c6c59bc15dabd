package edgeone.purge.teo.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Learning EdgeOne's clock, and deciding when ours caused a refusal. */
final class ReplyClockTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.250Z");
    private static final String EXPIRED = "AuthFailure.SignatureExpire";
    private static final String BAD = "AuthFailure.SignatureFailure";

    private final ReplyClock clock = new ReplyClock();

    @Test
    void knowsNothingAtFirst() {
        assertThat(clock.offset()).isZero();
        assertThat(clock.corrected()).isFalse();
        assertThat(clock.signingOffset()).isZero();
        assertThat(clock.earliest(NOW)).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        assertThat(clock.refused(EXPIRED, Duration.ZERO)).isFalse();
    }

    @Test
    void learnsTheOffsetButSignsWithTheLocalClockUntilRefused() {
        reply(Duration.ofHours(3), Duration.ofMillis(40));
        assertThat(clock.offset())
                .isBetween(nearly(Duration.ofHours(3), -1), nearly(Duration.ofHours(3), 1));
        assertThat(clock.corrected()).isFalse();
        assertThat(clock.signingOffset()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3", "-3"})
    void aRefusedTimeIsCorrectedAndStaysSo(long hours) {
        Duration skew = Duration.ofHours(hours);
        reply(skew, Duration.ofMillis(40));
        assertThat(clock.refused(EXPIRED, Duration.ZERO)).isTrue();
        assertThat(clock.corrected()).isTrue();
        assertThat(clock.signingOffset()).isBetween(nearly(skew, -1), nearly(skew, 1));
        reply(skew, Duration.ofMillis(40));
        assertThat(clock.corrected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"239, false", "-239, false", "242, true", "-242, true"})
    void aBadSignatureIsBlamedOnTheClockFromFourMinutesOn(long seconds, boolean blamed) {
        reply(Duration.ofSeconds(seconds), Duration.ofMillis(10));
        assertThat(clock.refused(BAD, Duration.ZERO)).isEqualTo(blamed);
        assertThat(clock.corrected()).isEqualTo(blamed);
    }

    @Test
    void aBadSignatureWithTheRightTimeIsNotBlamedOnTheClock() {
        reply(Duration.ofHours(3), Duration.ofMillis(10));
        clock.refused(EXPIRED, Duration.ZERO);
        assertThat(clock.refused(BAD, clock.signingOffset())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AuthFailure.SecretIdNotFound",
                "AuthFailure.TokenFailure",
                "InternalError",
                "LimitExceeded.DailyQuota"
            })
    void otherRefusalsAreNeverBlamedOnTheClock(String code) {
        reply(Duration.ofHours(3), Duration.ofMillis(10));
        assertThat(clock.refused(code, Duration.ZERO)).isFalse();
        assertThat(clock.corrected()).isFalse();
    }

    @Test
    void aCachedDateIsIgnored() {
        clock.learn(date(NOW.minus(Duration.ofHours(6))), "21600", NOW, NOW);
        assertThat(clock.offset()).isZero();
        assertThat(clock.refused(EXPIRED, Duration.ZERO)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9, true", "16, false", "960, false", "-1, false"})
    void aSlowReplyIsIgnored(long seconds, boolean taken) {
        Instant server = NOW.plus(Duration.ofHours(1));
        clock.learn(date(server), null, NOW, NOW.plusSeconds(seconds));
        assertThat(clock.offset().isZero()).isEqualTo(!taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Wed, 99 Foo 2026 05:06:07 GMT", "1772600767"})
    void anUnreadableDateIsIgnored(String date) {
        clock.learn(date, null, NOW, NOW);
        clock.learn(null, null, NOW, NOW);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void aCorrectionNoLongerNeededEndsSilently() {
        reply(Duration.ofHours(3), Duration.ofMillis(10));
        clock.refused(EXPIRED, Duration.ZERO);
        Duration stale = clock.signingOffset();
        // The admin corrected the clock; the next request is refused because of the stale
        // correction.
        reply(Duration.ZERO, Duration.ofMillis(10));
        assertThat(clock.refused(EXPIRED, stale)).isTrue();
        assertThat(clock.signingOffset().abs()).isLessThan(Duration.ofSeconds(1));
        reply(Duration.ZERO, Duration.ofMillis(10));
        assertThat(clock.corrected()).isFalse();
        assertThat(clock.signingOffset()).isZero();
    }

    @Test
    void theNewestReplyCountsWhenAClockWasSet() {
        reply(Duration.ofMinutes(-7), Duration.ofMillis(10));
        reply(Duration.ofMinutes(9), Duration.ofMillis(10));
        assertThat(clock.offset().minusMinutes(9).abs()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void manyRepliesNarrowTheOffsetAndTheEarliestIsNeverLaterThanTheTruth() {
        Random random = new Random(4);
        for (int run = 0; run < 200; run++) {
            ReplyClock learning = new ReplyClock();
            Duration truth = Duration.ofMillis(random.nextLong(-7_200_000, 7_200_000));
            Instant local = NOW;
            for (int i = 0; i < 40; i++) {
                local = local.plusMillis(random.nextInt(3_000));
                Instant received = local.plusMillis(20 + random.nextInt(200));
                Instant server = local.plusMillis(random.nextInt(20)).plus(truth);
                learning.learn(date(server), null, local, received);
                assertThat(learning.earliest(received))
                        .isBeforeOrEqualTo(received.plus(truth))
                        .isAfter(received.plus(truth).minusMillis(1_250));
                local = received;
            }
            assertThat(learning.offset().minus(truth).abs())
                    .as("run %d", run)
                    .isLessThan(Duration.ofMillis(250));
        }
    }

    @Test
    void theEarliestAllowsForClocksThatDriftApart() {
        reply(Duration.ZERO, Duration.ofMillis(10));
        Instant later = NOW.plus(Duration.ofHours(2));
        Instant drifted = later.minusMillis(500);
        assertThat(clock.earliest(later)).isBeforeOrEqualTo(drifted);
    }

    private void reply(Duration skew, Duration took) {
        clock.learn(date(NOW.plus(skew)), null, NOW, NOW.plus(took));
    }

    private static Duration nearly(Duration middle, long seconds) {
        return middle.plusSeconds(seconds);
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }
}
