package edgeone.purge.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Waking up late for a slot: by how much, and the effect on later slots. */
final class PacedGateLatenessTest {
    private static final String KEY = "0123456789ab";
    private static final String ACTION = "CreatePurgeTask";
    private static final long SECOND = Pace.SECOND;
    private static final long SPACING = 30_000;
    private static final long WINDOW = 1_020_000;

    @TempDir private Path folder;

    private final VirtualTime time = new VirtualTime(1);
    private PacedGate gate;
    private long start;

    @BeforeEach
    void takeTheFirstSlot() throws Exception {
        gate = new PacedGate(folder, KEY, 20, time);
        start = gate.grant(ACTION);
        assertThat(start).isEqualTo(time.wallMicros());
    }

    @AfterEach
    void close() {
        gate.close();
    }

    /**
     * @param more how much too long the next wait takes
     * @param step by how much the wall clock is changed meanwhile
     * @param behind whether another process takes the next slot meanwhile
     */
    private void disturb(long more, long step, boolean behind) {
        time.meanwhile =
                () -> {
                    time.meanwhile = () -> {};
                    if (behind) {
                        takeTheNextSlot();
                    }
                    time.pass(SPACING + more);
                    time.stepWall(step);
                };
    }

    /** Like another process, which then waits for it. */
    private void takeTheNextSlot() {
        try (PaceFile file = new PaceFile(folder.resolve(KEY + "-" + ACTION + ".pace"), 20, time)) {
            file.update(pace -> new PaceFile.Change<>(pace.take(start, 20).after(), true));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSlightlyLateRequestKeepsLaterSlots() throws Exception {
        disturb(PacedGate.LATE, 0, false);

        assertThat(gate.grant(ACTION)).isEqualTo(start + SPACING + PacedGate.LATE);
        assertThat(gate.grant(ACTION)).isEqualTo(start + 2 * SPACING);
    }

    @Test
    void aLateRequestLeavesAtOnceAndMovesLaterFreeSlots() throws Exception {
        long late = PacedGate.LATE + 1;
        disturb(late, 0, false);

        assertThat(gate.grant(ACTION)).isEqualTo(start + SPACING + late);
        assertThat(gate.grant(ACTION)).isEqualTo(start + SPACING + late + SPACING);
    }

    @ParameterizedTest(name = "{0} us later, clock set by {1}: too late {2}")
    @CsvSource({
        "0, 0, false",
        "7000, 0, false",
        "7001, 0, true",
        "0, 7000, false",
        "0, 7001, true",
        "7000, -7000, false",
        "7001, -7001, true",
    })
    void tooLateByEitherClockTakesAnotherSlotIfTheNextIsTaken(long more, long step, boolean late)
            throws Exception {
        disturb(more, step, true);

        assertThat(gate.grant(ACTION))
                .isEqualTo(late ? start + 3 * SPACING : start + SPACING + more + step);
    }

    @Test
    void tooLateLeavesAtOnceIfTheNextSlotIsFree() throws Exception {
        disturb(SECOND, 0, false);

        assertThat(gate.grant(ACTION)).isEqualTo(start + SPACING + SECOND);
    }

    @Test
    void aRequestHeldUpAfterItsSlotMovesLaterSlots() throws Exception {
        Runnable left = gate.open(ACTION);
        time.pass(PacedGate.LATE);
        left.run();
        assertThat(gate.grant(ACTION)).as("not yet late").isEqualTo(start + 2 * SPACING);

        left = gate.open(ACTION);
        time.pass(PacedGate.LATE + 1);
        left.run();
        assertThat(gate.grant(ACTION)).isEqualTo(start + 4 * SPACING + PacedGate.LATE + 1);
    }

    @Test
    void slotsStayApartIfTheClockIsSetForward() throws Exception {
        long before = time.nanos();
        time.stepWall(3_600 * SECOND);
        gate.grant(ACTION);

        assertThat(time.nanos() - before).isEqualTo(nanos(SPACING * 9 / 10 - PacedGate.LATE));
    }

    @Test
    void aWindowStaysWithinTheLimitIfTheClockIsSetForward() throws Exception {
        long first = time.nanos();
        for (int i = 1; i < 20; i++) {
            gate.grant(ACTION);
        }
        time.stepWall(3_600 * SECOND);

        gate.grant(ACTION);
        assertThat(time.nanos() - first).isEqualTo(nanos(WINDOW - PacedGate.LATE));
        time.stepWall(3_600 * SECOND);
        gate.grant(ACTION);
        assertThat(time.nanos() - first).isEqualTo(nanos(SPACING + WINDOW - PacedGate.LATE));
    }

    private static long nanos(long micros) {
        return micros * 1_000;
    }

    @Test
    void anInterruptWhileReportingIsNotSwallowed() throws Exception {
        Runnable left = gate.open(ACTION);
        time.pass(PacedGate.LATE + 1);
        Thread.currentThread().interrupt();
        left.run();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptWhileSlowingDownIsNotSwallowed() {
        Thread.currentThread().interrupt();
        gate.throttled(ACTION, "slow down");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theSystemClockIsUsed() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant told = Instant.EPOCH.plus(PaceClock.SYSTEM.wallMicros(), ChronoUnit.MICROS);

        assertThat(told).isBetween(before, before.plus(Duration.ofMinutes(1)));
    }
}
