package edgeone.purge.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Windows cover a time without a gap, and none is wider than EdgeOne allows. */
final class SyncWindowTest {
    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void fortyDaysAreSixWindowsThatShareTheirEnds() {
        Instant to = FROM.plus(Duration.ofDays(40));

        List<SyncWindow> windows = SyncWindow.covering(FROM.plusMillis(900), to.plusMillis(900));

        assertThat(windows).hasSize(6);
        assertThat(windows.getFirst().from()).isEqualTo(FROM);
        assertThat(windows.getLast().to()).isEqualTo(to);
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
        }
        assertThat(windows)
                .allMatch(w -> Duration.between(w.from(), w.to()).toSeconds() <= 7 * 86_400);
    }

    @Test
    void nothingIsCoveredByNoWindow() {
        assertThat(SyncWindow.covering(FROM, FROM)).isEmpty();
        assertThat(SyncWindow.covering(FROM.plusSeconds(5), FROM)).isEmpty();
    }

    @Test
    void halvesCoverTheSameAndEndAtOneSecond() {
        SyncWindow window = new SyncWindow(FROM, FROM.plusSeconds(3));

        List<SyncWindow> halves = window.halves();

        assertThat(halves)
                .containsExactly(
                        new SyncWindow(FROM, FROM.plusSeconds(1)),
                        new SyncWindow(FROM.plusSeconds(1), FROM.plusSeconds(3)));
        assertThat(halves.getFirst().canBeHalved()).isFalse();
        assertThat(halves.getLast().canBeHalved()).isTrue();
    }
}
