package edgeone.purge.engine.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.OpenBatch;
import edgeone.purge.model.BatchState;
import edgeone.purge.teo.watch.CallSubject;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

final class LookUpSubjectTest {
    private static final Instant SENT = Instant.parse("2026-09-24T10:00:00Z");

    private static OpenBatch batch(String job, int n) {
        return new OpenBatch(job, n, BatchState.UNKNOWN, null, List.of("a"), SENT, SENT, SENT, 1);
    }

    @Test
    void oneBatchIsNamed() {
        assertThat(LookUpSubject.of(List.of(batch("j", 3)))).contains(new CallSubject("j", 3, 1));
    }

    @Test
    void ofSeveralBatchesTheJobIsNamed() {
        assertThat(LookUpSubject.of(List.of(batch("j", 3), batch("j", 4))))
                .contains(new CallSubject("j", 0, 1));
    }

    @Test
    void ofSeveralJobsNothingIsNamed() {
        assertThat(LookUpSubject.of(List.of(batch("j", 3), batch("k", 3)))).isEmpty();
    }
}
