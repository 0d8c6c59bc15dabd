package edgeone.purge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.model.SafetyLevel;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Which level applies when, and which are lower. */
final class SafetyTest {
    private static final Instant END = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant BEFORE = END.minusNanos(1);
    private static final Safety LOWERED =
            new Safety(SafetyLevel.CONFIRM_ALL, SafetyLevel.NORMAL, END);

    @Test
    void aLoweredLevelAppliesUntilItsEnd() {
        assertThat(LOWERED.effectiveLevel(BEFORE)).isEqualTo(SafetyLevel.NORMAL);
        assertThat(LOWERED.isLoweredAt(BEFORE)).isTrue();
        assertThat(LOWERED.effectiveLevel(END)).isEqualTo(SafetyLevel.CONFIRM_ALL);
        assertThat(LOWERED.isLoweredAt(END)).isFalse();
        assertThat(Safety.of(SafetyLevel.NORMAL).isLoweredAt(BEFORE)).isFalse();
    }

    @Test
    void onlyALevelBelowTheCurrentOneLowers() {
        Safety safety = Safety.of(SafetyLevel.CONFIRM_WIDE);

        assertThat(safety.wouldLower(SafetyLevel.NORMAL, END)).isTrue();
        assertThat(safety.wouldLower(SafetyLevel.CONFIRM_WIDE, END)).isFalse();
        assertThat(safety.wouldLower(SafetyLevel.CONFIRM_ALL, END)).isFalse();
        assertThat(LOWERED.wouldLower(SafetyLevel.NORMAL, BEFORE)).isFalse();
        assertThat(LOWERED.wouldLower(SafetyLevel.NORMAL, END)).isTrue();
    }

    @Test
    void aLoweredLevelIsBelowTheStandingOneAndEnds() {
        for (SafetyLevel level :
                new SafetyLevel[] {SafetyLevel.CONFIRM_ALL, SafetyLevel.READ_ONLY}) {
            assertThatThrownBy(() -> new Safety(SafetyLevel.CONFIRM_ALL, level, END))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not below");
        }
        assertThatThrownBy(() -> new Safety(SafetyLevel.CONFIRM_ALL, SafetyLevel.NORMAL, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Safety(SafetyLevel.CONFIRM_ALL, null, END))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void raisingBelowTheStandingLevelKeepsTheEnd() {
        assertThat(LOWERED.raisedTo(SafetyLevel.CONFIRM_WIDE, BEFORE))
                .isEqualTo(new Safety(SafetyLevel.CONFIRM_ALL, SafetyLevel.CONFIRM_WIDE, END));
        assertThat(LOWERED.raisedTo(SafetyLevel.CONFIRM_ALL, BEFORE))
                .isEqualTo(Safety.of(SafetyLevel.CONFIRM_ALL));
        assertThat(LOWERED.raisedTo(SafetyLevel.READ_ONLY, BEFORE))
                .isEqualTo(Safety.of(SafetyLevel.READ_ONLY));
        assertThat(LOWERED.raisedTo(SafetyLevel.READ_ONLY, END))
                .isEqualTo(Safety.of(SafetyLevel.READ_ONLY));
    }

    @Test
    void loweringKeepsTheStandingLevel() {
        assertThat(
                        Safety.of(SafetyLevel.READ_ONLY)
                                .loweredTo(SafetyLevel.NORMAL, END)
                                .loweredTo(SafetyLevel.CONFIRM_WIDE, END.plusSeconds(1)))
                .isEqualTo(
                        new Safety(
                                SafetyLevel.READ_ONLY,
                                SafetyLevel.CONFIRM_WIDE,
                                END.plusSeconds(1)));
    }
}
