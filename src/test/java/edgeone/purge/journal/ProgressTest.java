package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.model.JobState;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The progress of accepted targets. */
final class ProgressTest {
    private static final Fate SUCCEEDED = new Fate(TargetState.SUCCEEDED, null, null);
    private static final Fate PROCESSING = new Fate(TargetState.PROCESSING, "odd word", null);
    private static final Fate FAILED = new Fate(TargetState.FAILED, "no origin", "taskFailed");

    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
        journal.create("j", List.of("a", "b"), List.of("a2", "b2"), List.of("c"));
        journal.send("j", 1);
        journal.batches.accepted("j", 1, "task-1", null, Map.of());
        journal.send("j", 2);
        journal.batches.accepted("j", 2, "task-2", null, Map.of("b2", "bad"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void acceptedBatchesAreInProgressUntilEveryTargetIsFinal() {
        assertThat(journal.progress.inProgress("j"))
                .containsExactly(Map.entry(1, "task-1"), Map.entry(2, "task-2"));
        assertThat(journal.progress.unsettledTargets("j", 1)).containsExactlyInAnyOrder("a", "b");
        assertThat(journal.progress.unsettledTargets("j", 2)).containsExactly("a2");
        journal.progress.progressed("j", 1, Map.of("a", SUCCEEDED, "b", PROCESSING));

        assertThat(journal.progress.inProgress("j")).containsKey(1);
        assertThat(journal.progress.unsettledTargets("j", 1)).containsExactly("b");
        journal.progress.progressed("j", 1, Map.of("b", FAILED));
        assertThat(journal.progress.inProgress("j")).containsExactly(Map.entry(2, "task-2"));
        assertThat(journal.progress.unsettledTargets("j", 1)).isEmpty();
    }

    @Test
    void reportedStatesAreStoredWithTheirReasons() {
        journal.progress.progressed("j", 1, Map.of("a", FAILED, "b", PROCESSING, "c", SUCCEEDED));

        List<TargetRow> rows = journal.rows("j");
        assertThat(rows.get(0).state()).isEqualTo(TargetState.FAILED);
        assertThat(rows.get(0).reason()).isEqualTo("no origin");
        assertThat(rows.get(0).code()).isEqualTo("taskFailed");
        assertThat(rows.get(1).state()).isEqualTo(TargetState.PROCESSING);
        assertThat(rows.get(1).reason()).isEqualTo("odd word");
        assertThat(rows.get(1).code()).isNull();
        assertThat(rows.get(2).state()).as("in another batch").isEqualTo(TargetState.ACCEPTED);
        assertThat(rows.get(4).state()).as("not sent").isEqualTo(TargetState.PENDING);
    }

    @Test
    void aFinalStateNeverChanges() {
        journal.progress.progressed("j", 1, Map.of("a", SUCCEEDED));
        journal.progress.progressed("j", 1, Map.of("a", FAILED));
        journal.progress.progressed("j", 2, Map.of("b2", SUCCEEDED));

        assertThat(journal.states("j"))
                .containsEntry("a", TargetState.SUCCEEDED)
                .containsEntry("b2", TargetState.REJECTED);
    }

    @Test
    void theJobEndsWithItsLastTargetAndKeepsItsCounts() {
        journal.jobs.cancel("j");
        journal.progress.progressed("j", 1, Map.of("a", SUCCEEDED, "b", FAILED));
        assertThat(journal.summary("j").endedAt()).isNull();
        assertThat(journal.summary("j").state()).isEqualTo(JobState.RUNNING);
        assertThat(journal.summary("j").targets())
                .isEqualTo(new TargetCounts(5, 0, 1, 1, 1, 1, 1, 0));
        journal.progress.progressed(
                "j", 2, Map.of("a2", new Fate(TargetState.TIMED_OUT, null, null)));

        assertThat(journal.summary("j").endedAt()).isEqualTo(OpenJournal.NOW);
        assertThat(journal.summary("j").targets())
                .isEqualTo(new TargetCounts(5, 0, 0, 1, 2, 1, 1, 0));
    }
}
