package edgeone.purge.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** A call that is given up when its time is over. */
@Timeout(60)
final class TimedReadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void anAnswerInTimeIsGiven() throws Exception {
        AtomicReference<BooleanSupplier> calledOff = new AtomicReference<>();
        String answer =
                TimedRead.within(
                        LONG,
                        off -> {
                            calledOff.set(off);
                            return "answer, called off: " + off.getAsBoolean();
                        });

        assertThat(answer).isEqualTo("answer, called off: false");
        assertThat(calledOff.get().getAsBoolean()).as("afterwards").isTrue();
    }

    @Test
    void anErrorIsGivenAsItIs() {
        TeoException refused = new RefusedException("DescribeZones", "InternalError", "", null);
        IllegalArgumentException bug = new IllegalArgumentException("bug");
        AssertionError worse = new AssertionError("worse");

        assertThatThrownBy(() -> TimedRead.within(LONG, _ -> fail(refused))).isSameAs(refused);
        assertThatThrownBy(
                        () ->
                                TimedRead.within(
                                        LONG,
                                        _ -> {
                                            throw bug;
                                        }))
                .isSameAs(bug);
        assertThatThrownBy(
                        () ->
                                TimedRead.within(
                                        LONG,
                                        _ -> {
                                            throw worse;
                                        }))
                .isSameAs(worse);
    }

    private static String fail(TeoException e) throws TeoException {
        throw e;
    }

    @Test
    void aCallThatKeepsSilentIsGivenUp() {
        for (Duration limit : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            assertThatThrownBy(() -> TimedRead.within(limit, _ -> never()))
                    .isInstanceOf(TimeoutException.class);
        }
    }

    private static String never() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Test
    void whoWaitsNoLongerCallsItOff() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> calledOff = new CompletableFuture<>();
        FutureTask<String> asking =
                new FutureTask<>(
                        () -> TimedRead.within(LONG, off -> silence(begun, calledOff, off)));
        Thread thread = Thread.ofVirtual().start(asking);
        begun.await();
        thread.interrupt();

        assertThat(calledOff.get()).isTrue();
        assertThatThrownBy(asking::get).hasCauseInstanceOf(InterruptedException.class);
    }

    private static String silence(
            CountDownLatch begun, CompletableFuture<Boolean> calledOff, BooleanSupplier off)
            throws InterruptedException {
        begun.countDown();
        try {
            return never();
        } finally {
            calledOff.complete(off.getAsBoolean());
        }
    }
}
