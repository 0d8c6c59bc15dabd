package edgeone.purge.probe.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.probe.Verdict.Kind;
import edgeone.purge.probe.verdict.ConfusionMatrix.Result;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

/** The matrix over some hundred targets; the benchmark does it over thousands. */
final class ConfusionMatrixTest {
    @Test
    void noOldObjectPassesForAYoungOneAndNoneIsMissed() throws Exception {
        Result result = ConfusionMatrix.measure(300, 20_261_126);
        assertThat(result.youngForOld()).as(result.json().toString()).isZero();
        assertThat(result.found()).isEqualTo(result.stale()).isGreaterThan(15);
        assertThat(result.foundAtOne()).isLessThan(result.stale());
        assertThat(result.counts().values().stream().flatMap(row -> row.keySet().stream()))
                .as("every verdict")
                .containsAll(Arrays.stream(Kind.values()).map(Kind::label).toList());
    }
}
