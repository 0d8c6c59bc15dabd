package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.BatchState;
import edgeone.purge.model.TargetState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Batches in flight that nobody works on any more. When it closes, the chain has to hold. */
final class OrphansTest {
    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aBatchInFlightIsUnknownOnceItsProcessHasDied() throws Exception {
        try (OpenJournal dying = new OpenJournal(home)) {
            dying.create("j", List.of("a", "b"), List.of("c"));
            dying.send("j", 1);
            assertThat(journal.ownership.settleOrphans()).as("its process is alive").isZero();
        }

        assertThat(journal.ownership.settleOrphans()).isOne();
        firstBatchIsUnknown();
        assertThat(journal.ownership.settleOrphans()).as("a second time").isZero();
    }

    @Test
    void claimingAReleasedJobMakesItsBatchInFlightUnknown() {
        journal.create("j", List.of("a", "b"), List.of("c"));
        journal.send("j", 1);
        journal.ownership.release("j");

        assertThat(journal.ownership.claim("j")).isTrue();
        firstBatchIsUnknown();
    }

    private void firstBatchIsUnknown() {
        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.UNKNOWN);
        assertThat(journal.batch("j", 2).state()).isEqualTo(BatchState.PLANNED);
        assertThat(journal.states("j"))
                .containsOnly(
                        Map.entry("a", TargetState.UNKNOWN),
                        Map.entry("b", TargetState.UNKNOWN),
                        Map.entry("c", TargetState.PENDING));
        assertThat(journal.unknown.maybeTaken("https://e", "zone-1", "purge_url"))
                .singleElement()
                .satisfies(
                        b ->
                                assertThat(b.closedAt())
                                        .as("its connection is closed")
                                        .isEqualTo(OpenJournal.NOW));
    }
}
