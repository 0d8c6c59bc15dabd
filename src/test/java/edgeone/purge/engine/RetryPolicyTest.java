package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.engine.run.Backoff;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Reads;
import edgeone.purge.engine.run.Retries;
import edgeone.purge.engine.run.RetryBudget;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnansweredException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Pauses and budgets, in virtual time. */
final class RetryPolicyTest {
    private static final Timing TIMING = Timing.standard(Duration.ofSeconds(10));

    private final List<Duration> pauses = new ArrayList<>();
    private final Retries retries = new Retries(TIMING, new Backoff(TIMING.cap(), new Random(7)));
    private final Reads reads = new Reads(retries, (pause, control) -> pauses.add(pause));

    private static TeoException trouble(String code) {
        return new RefusedException("DescribeZones", code, "", null);
    }

    private static TeoException lost() {
        return new UnansweredException(
                "DescribeZones", "Network.Timeout", "", ErrorClass.NETWORK, null);
    }

    @Test
    void pausesAreFullJitterBelowADoublingCeilingAndTheCap() {
        Backoff backoff = new Backoff(Duration.ofSeconds(20), new Random(1));
        for (int failures = 1; failures <= 40; failures++) {
            Duration ceiling = Duration.ofSeconds(Math.min(20, 1L << Math.min(failures - 1, 20)));
            Duration longest = Duration.ZERO;
            for (int i = 0; i < 200; i++) {
                Duration pause = backoff.pause(Duration.ofSeconds(1), failures);
                assertThat(pause).isBetween(Duration.ZERO, ceiling);
                longest = pause.compareTo(longest) > 0 ? pause : longest;
            }
            assertThat(longest).isGreaterThan(ceiling.multipliedBy(8).dividedBy(10));
        }
    }

    @Test
    void aPauseIsBetweenZeroAndTheCeiling() {
        Backoff backoff = new Backoff(Duration.ofNanos(3), new Random(2));
        Set<Duration> pauses = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            pauses.add(backoff.pause(Duration.ofNanos(1), 2));
        }
        assertThat(pauses)
                .containsExactlyInAnyOrder(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(2));
    }

    @Test
    void aCeilingTooLargeToCountIsTheCap() {
        Duration cap = Duration.ofNanos(5);
        Backoff backoff = new Backoff(cap, new Random(3));
        for (int failures : new int[] {31, 32, 64, 1_000}) {
            for (int i = 0; i < 50; i++) {
                assertThat(backoff.pause(Duration.ofDays(1), failures))
                        .isBetween(Duration.ZERO, cap);
            }
        }
    }

    @Test
    void aReadIsRepeatedUntilItIsAnswered() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        String answer =
                reads.ask(
                        () -> {
                            if (calls.incrementAndGet() < 4) {
                                throw calls.get() == 2 ? trouble("RequestLimitExceeded") : lost();
                            }
                            return "zones";
                        },
                        Progress.SILENT,
                        new RunControl());

        assertThat(answer).isEqualTo("zones");
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(pauses.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(pauses.get(2)).isLessThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void whatCannotPassIsNotRepeated() {
        for (String code :
                List.of(
                        "AuthFailure.SecretIdNotFound",
                        "AuthFailure.UnauthorizedOperation",
                        "LimitExceeded.DailyQuota",
                        "InvalidParameter.Target")) {
            AtomicInteger calls = new AtomicInteger();
            assertThatThrownBy(
                            () ->
                                    reads.ask(
                                            () -> {
                                                calls.incrementAndGet();
                                                throw trouble(code);
                                            },
                                            Progress.SILENT,
                                            new RunControl()))
                    .isInstanceOf(TeoException.class);
            assertThat(calls).as(code).hasValue(1);
        }
    }

    @Test
    void aBrokenServiceIsNotHammered() {
        RetryBudget budget = new RetryBudget();
        int retries = 0;
        while (budget.spend()) {
            retries++;
        }
        assertThat(retries).isEqualTo(RetryBudget.CAPACITY / RetryBudget.COST);
        for (int i = 0; i < RetryBudget.COST - 1; i++) {
            budget.succeeded();
        }
        assertThat(budget.spend()).isFalse();
        budget.succeeded();
        assertThat(budget.spend()).isTrue();
    }

    @Test
    void successesPayForMoreRetries() {
        for (int i = 0; i < RetryBudget.CAPACITY / RetryBudget.COST; i++) {
            assertThat(retries.spend()).isTrue();
        }
        for (int i = 0; i < RetryBudget.COST; i++) {
            assertThat(retries.spend()).isFalse();
            retries.succeeded();
        }
        assertThat(retries.spend()).isTrue();
    }

    @Test
    void pausesAreLongerAndSaySoWhenEdgeOneAsksToSlowDown() {
        assertThat(longestPause(trouble("RequestLimitExceeded"), Progress.Reason.THROTTLED))
                .isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
        assertThat(longestPause(lost(), Progress.Reason.TROUBLE))
                .isBetween(Duration.ofMillis(80), Duration.ofMillis(100));
    }

    private Duration longestPause(TeoException failure, Progress.Reason reason) {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 200; i++) {
            Progress.Event.Waiting waiting = retries.after(failure, 1);
            assertThat(waiting.reason()).isEqualTo(reason);
            longest = waiting.pause().compareTo(longest) > 0 ? waiting.pause() : longest;
        }
        return longest;
    }
}
