package edgeone.purge.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.OptionalInt;

/** The times of slots, and how the rate drops and recovers; exact to the microsecond. */
final class PaceTest {
    private static final long NOW = 1_767_225_600_000_000L;
    private static final long SECOND = Pace.SECOND;
    private static final int LIMIT = 20;
    private static final long SPACING = 30_000;
    private static final long WINDOW = 1_020_000;

    private static final OptionalInt UNNAMED = OptionalInt.empty();

    private static Pace slowed(Pace pace, long now, int named) {
        return pace.slowed(now, LIMIT, OptionalInt.of(named));
    }

    /** The rate at a time, in requests per thousand seconds. */
    private static long rate(Pace pace, long now) {
        return pace.take(now, LIMIT).after().milliRate();
    }

    /** Held at its rate, so that taking a slot does not raise it. */
    private static Pace held(List<Long> taken, long next, long milliRate) {
        return new Pace(taken, next, milliRate, NOW, 0, milliRate, NOW + 300 * SECOND);
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 20, 1020000, 30000",
        "10000, 10, 1020000, 60000",
        "25000, 20, 816000, 24000",
        "2000, 2, 1020000, 300000",
        "1999, 1, 510255, 510255",
        "1000, 1, 1020000, 1020000",
    })
    void aWindowFitsTheRateAndSlotsAreSpread(long milliRate, int slots, long window, long spacing) {
        Pace pace = held(List.of(), NOW, milliRate);

        assertThat(pace.slots()).isEqualTo(slots);
        assertThat(pace.window()).isEqualTo(window);
        assertThat(pace.spacing()).isEqualTo(spacing);
    }

    @Test
    void twentySlotsAreCloseAndTheNextOneWaitsForTheFirstToLeaveTheWindow() {
        Pace pace = Pace.fresh(NOW, LIMIT);
        for (int i = 0; i < LIMIT; i++) {
            Pace.Slot slot = pace.take(NOW, LIMIT);
            assertThat(slot.at()).isEqualTo(NOW + i * SPACING);
            pace = slot.after();
        }
        Pace.Slot next = pace.take(NOW, LIMIT);
        assertThat(next.at()).isEqualTo(NOW + WINDOW);
        assertThat(next.after().taken())
                .hasSize(LIMIT)
                .startsWith(NOW + WINDOW, NOW + 19 * SPACING)
                .endsWith(NOW + SPACING);
    }

    @Test
    void aRequestAfterTheNextSlotTakesItsOwnTime() {
        Pace.Slot slot = held(List.of(NOW), NOW + SPACING, 20_000).take(NOW + SECOND, LIMIT);

        assertThat(slot.at()).isEqualTo(NOW + SECOND);
        assertThat(slot.after().next()).isEqualTo(NOW + SECOND + SPACING);
    }

    @Test
    void aSlotOfThreeSecondsAgoIsForgotten() {
        Pace pace = held(List.of(NOW + 1, NOW), NOW + SPACING, 20_000);

        assertThat(pace.take(NOW + 3 * SECOND, LIMIT).after().taken())
                .containsExactly(NOW + 3 * SECOND, NOW + 1);
    }

    @Test
    void anUnknownPastIsAssumedFull() {
        Pace unknown = Pace.unknown(NOW, LIMIT);

        assertThat(unknown.taken())
                .hasSize(LIMIT)
                .startsWith(NOW, NOW - SPACING)
                .endsWith(NOW - 19 * SPACING);
        assertThat(unknown.next()).isEqualTo(NOW + SPACING);
        assertThat(unknown.take(NOW, LIMIT).at()).isEqualTo(NOW - 19 * SPACING + WINDOW);
    }

    @Test
    void aSlotIsAwaitedUnlessItIsAbsurdlyFarAhead() {
        long furthest = NOW + 10 * SECOND;

        assertThat(held(List.of(), furthest, 20_000).take(NOW, LIMIT).at()).isEqualTo(furthest);
        assertThat(held(List.of(), furthest + 1, 20_000).take(NOW, LIMIT).at())
                .as("as after an unknown past")
                .isEqualTo(NOW - 19 * SPACING + WINDOW);
    }

    @Test
    void aLateRequestMovesItsSlotAndTheNextIfFree() {
        Pace last = held(List.of(NOW + SPACING, NOW), NOW + 2 * SPACING, 20_000);
        Pace left = last.leftLate(NOW + SPACING, NOW + SPACING + 5_000);
        assertThat(left.taken()).containsExactly(NOW + SPACING + 5_000, NOW);
        assertThat(left.next()).isEqualTo(NOW + 2 * SPACING + 5_000);

        Pace passed = last.leftLate(NOW, NOW + SPACING + 5_000);
        assertThat(passed.taken()).containsExactly(NOW + SPACING + 5_000, NOW + SPACING);
        assertThat(passed.next()).as("it was not the last").isEqualTo(NOW + 2 * SPACING);
    }

    @Test
    void withoutANumberTheRateHalvesAndTheNextSlotIsATenthOfAWindowAway() {
        Pace slower = Pace.fresh(NOW, LIMIT).slowed(NOW, LIMIT, UNNAMED);

        assertThat(slower.milliRate()).isEqualTo(10_000);
        assertThat(slower.next()).isEqualTo(NOW + WINDOW / 10);
        assertThat(held(List.of(), NOW + 3 * SECOND, 20_000).slowed(NOW, LIMIT, UNNAMED).next())
                .as("taken slots stay taken")
                .isEqualTo(NOW + 3 * SECOND);
    }

    @Test
    void throttlesWithinOneSecondCountOnce() {
        Pace slower = Pace.fresh(NOW, LIMIT).slowed(NOW, LIMIT, UNNAMED);

        assertThat(slower.slowed(NOW + SECOND - 1, LIMIT, UNNAMED).milliRate()).isEqualTo(10_000);
        assertThat(slower.slowed(NOW + SECOND, LIMIT, UNNAMED).milliRate()).isEqualTo(5_000);
    }

    @Test
    void aNamedLimitAppliesAtOnce() {
        Pace ten = slowed(Pace.fresh(NOW, LIMIT), NOW, 10);

        assertThat(ten.milliRate()).isEqualTo(10_000);
        assertThat(slowed(ten, NOW + SECOND - 1, 5).milliRate())
                .as("a lower limit applies at once")
                .isEqualTo(5_000);
        assertThat(slowed(ten, NOW + 2 * SECOND, 10).milliRate())
                .as("the same limit changes nothing")
                .isEqualTo(5_000);
    }

    @Test
    void theLowestLimitIsOnePerSecond() {
        Pace one = slowed(Pace.fresh(NOW, LIMIT), NOW, 1);

        assertThat(one.milliRate()).isEqualTo(1_000);
        assertThat(rate(one, NOW + 299 * SECOND)).isEqualTo(1_000);
        assertThat(slowed(Pace.fresh(NOW, LIMIT), NOW, 0).milliRate())
                .as("a limit of zero is ignored; the rate halves")
                .isEqualTo(10_000);
    }

    @Test
    void aLimitThatIsNoLowerThanTheDocumentedOneDoesNotReplaceALowerOne() {
        Pace ten = slowed(Pace.fresh(NOW, LIMIT), NOW, 10);
        Pace twenty = slowed(ten, NOW + 2 * SECOND, 20);

        assertThat(twenty.milliRate()).isEqualTo(5_000);
        assertThat(rate(twenty, NOW + 100 * SECOND)).isEqualTo(10_000);
    }

    @Test
    void aNamedLimitHoldsForFiveMinutes() {
        Pace ten = slowed(Pace.fresh(NOW, LIMIT), NOW, 10);

        Pace used = ten.take(NOW, LIMIT).after();
        assertThat(rate(used, NOW + 100 * SECOND)).isEqualTo(10_000);
        assertThat(rate(ten, NOW + 300 * SECOND - 1)).isEqualTo(10_000);
        assertThat(rate(ten, NOW + 300 * SECOND)).isEqualTo(20_000);
        assertThat(rate(ten, NOW - 1)).as("by a clock that was set back").isEqualTo(10_000);
        assertThat(rate(ten.take(NOW - 1, LIMIT).after(), NOW + 100 * SECOND))
                .as("which ends it")
                .isEqualTo(20_000);
    }

    @Test
    void behindANamedLimitTheFirstStepUpComesFiveSecondsAfterTheLastRequestUnderIt() {
        Pace used = slowed(Pace.fresh(NOW, LIMIT), NOW, 10).take(NOW + 299 * SECOND, LIMIT).after();

        assertThat(rate(used, NOW + 304 * SECOND - 1)).isEqualTo(10_000);
        assertThat(rate(used, NOW + 304 * SECOND)).isEqualTo(11_000);
        assertThat(rate(used, NOW + 309 * SECOND)).isEqualTo(12_000);
    }

    @Test
    void stepsUpCountFromTheSlowdown() {
        Pace pace = Pace.fresh(NOW, LIMIT).slowed(NOW, LIMIT, UNNAMED);
        pace = pace.take(NOW + 7 * SECOND, LIMIT).after();
        assertThat(pace.milliRate()).isEqualTo(11_000);
        pace = pace.take(NOW + 10 * SECOND, LIMIT).after();
        assertThat(pace.milliRate()).isEqualTo(12_000);
    }
}
