package edgeone.purge.emulator.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

final class RateWindowTest {
    private static final long MILLI = 1_000_000;

    private final RateWindow window = new RateWindow();

    @Test
    void twentyInAnySecondAndTheNextWhenTheFirstIsASecondOld() {
        for (int i = 0; i < 20; i++) {
            assertThat(takes(i * 50 * MILLI)).isTrue();
        }
        assertThat(takes(1_000 * MILLI - 1)).isFalse();
        assertThat(takes(1_000 * MILLI)).isTrue();
        assertThat(takes(1_000 * MILLI + 1)).isFalse();
        assertThat(takes(1_050 * MILLI)).isTrue();
    }

    @Test
    void refusedRequestsTakeNoPlace() {
        for (int i = 0; i < 60; i++) {
            assertThat(takes(0)).isEqualTo(i < 20);
        }
        assertThat(takes(1_000 * MILLI)).isTrue();
    }

    @Test
    void noWindowExceedsTheLimitInAnyOrder() {
        var random = new SplittableRandom(11);
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            long at = i * 20 * MILLI + random.nextLong(300 * MILLI);
            if (takes(at)) {
                taken.add(at);
            }
        }
        taken.sort(null);
        for (int i = 20; i < taken.size(); i++) {
            assertThat(taken.get(i) - taken.get(i - 20)).isGreaterThanOrEqualTo(1_000 * MILLI);
        }
        assertThat(taken).hasSizeGreaterThan(1_000);
    }

    private boolean takes(long nanos) {
        try {
            window.take("key", "action", nanos);
            return true;
        } catch (ApiRefusal refusal) {
            assertThat(refusal.code()).isEqualTo("RequestLimitExceeded");
            return false;
        }
    }
}
