package edgeone.purge.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class SampleTest {
    @Test
    void picksExactlySoManyOfAMillionAndTheSameOnesAgain() {
        List<Integer> picked = picked(1_000_000, 100, 7);
        assertThat(picked).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(picked(1_000_000, 100, 7)).isEqualTo(picked);
        assertThat(picked(1_000_000, 100, 8)).isNotEqualTo(picked);
    }

    @Test
    void picksAllOfAShortList() {
        assertThat(picked(3, 10, 1)).containsExactly(0, 1, 2);
    }

    @Test
    void eachIsAsLikelyAsTheOther() {
        int[] times = new int[10];
        for (int seed = 0; seed < 10_000; seed++) {
            picked(10, 3, seed).forEach(index -> times[index]++);
        }
        assertThat(IntStream.of(times)).allSatisfy(n -> assertThat(n).isBetween(2_800, 3_200));
    }

    private static List<Integer> picked(int total, int wanted, long seed) {
        Sample sample = Sample.of(total, wanted, seed);
        return IntStream.range(0, total).filter(sample).boxed().toList();
    }
}
