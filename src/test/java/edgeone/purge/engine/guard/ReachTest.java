package edgeone.purge.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.PurgeType;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What reaches far, and how long it can be stopped. */
final class ReachTest {
    @Test
    void aDirectoryThatIsAWholeHostReachesFar() {
        for (String host :
                List.of(
                        "https://www.example.com/",
                        "http://www.example.com/",
                        "https://www.example.com",
                        "https://www.example.com//",
                        "www.example.com/",
                        "https://www.example.com:8443/")) {
            assertThat(Reach.of(PurgeType.PREFIX, List.of("https://www.example.com/a/", host)))
                    .as(host)
                    .isEqualTo(Reach.HOST);
        }
        for (String below :
                List.of(
                        "https://www.example.com/a/",
                        "https://www.example.com/?a=/",
                        "www.example.com/a/")) {
            assertThat(Reach.of(PurgeType.PREFIX, List.of(below)))
                    .as(below)
                    .isEqualTo(Reach.LISTED);
        }
    }

    @Test
    void eachTypeHasItsReach() {
        List<String> root = List.of("https://www.example.com/");
        assertThat(Reach.of(PurgeType.URL, root)).isEqualTo(Reach.LISTED);
        assertThat(Reach.of(PurgeType.CACHE_TAG, List.of("a"))).isEqualTo(Reach.LISTED);
        assertThat(Reach.of(PurgeType.HOST, List.of("www.example.com"))).isEqualTo(Reach.HOST);
        assertThat(Reach.of(PurgeType.ALL, List.of())).isEqualTo(Reach.ZONE);
        assertThat(Reach.LISTED.isFar()).isFalse();
        assertThat(Reach.HOST.isFar()).isTrue();
        assertThat(Reach.ZONE.isFar()).isTrue();
    }

    @Test
    void theCountdownIsNeverOffForAWholeZone() {
        assertThat(Reach.LISTED.countdown(10)).isZero();
        assertThat(Reach.HOST.countdown(10)).hasSeconds(10);
        assertThat(Reach.HOST.countdown(0)).isZero();
        assertThat(Reach.ZONE.countdown(3)).hasSeconds(3);
        assertThat(Reach.ZONE.countdown(0)).hasSeconds(10);
    }

    @Test
    void countsWholeSecondsDownToNothing() {
        AtomicLong nanos = new AtomicLong(5);
        Countdown countdown = new Countdown(Duration.ofSeconds(3), nanos::get);
        assertThat(countdown.secondsLeft()).isEqualTo(3);
        assertThat(countdown.untilNextSecond()).hasSeconds(1);
        assertThat(countdown.passed()).isZero();

        nanos.addAndGet(1);
        assertThat(countdown.secondsLeft()).isEqualTo(3);
        assertThat(countdown.untilNextSecond()).hasNanos(999_999_999);

        nanos.addAndGet(2_999_999_998L);
        assertThat(countdown.secondsLeft()).isEqualTo(1);
        assertThat(countdown.hasEnded()).isFalse();

        nanos.addAndGet(1);
        assertThat(countdown.secondsLeft()).isZero();
        assertThat(countdown.hasEnded()).isTrue();
        assertThat(countdown.untilNextSecond()).isZero();
        assertThat(countdown.passed()).isEqualTo(1);

        nanos.addAndGet(Long.MAX_VALUE / 2);
        assertThat(countdown.secondsLeft()).isZero();
        assertThat(new Countdown(Duration.ZERO, nanos::get).hasEnded()).isTrue();
        assertThat(new Countdown(Duration.ZERO, nanos::get).passed()).isEqualTo(1);
    }
}
