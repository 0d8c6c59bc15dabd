package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.RequestRecord;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How each answer changes the batch, its targets and its job. */
final class BatchStatesTest {
    private static final String CODE = "InternalError";
    private static final String MESSAGE = "try again";

    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
        journal.create("j", List.of("a", "b"), List.of("c"));
        journal.create("other", List.of("a", "b"));
    }

    @AfterEach
    void close() {
        assertThat(journal.batch("other", 1).state())
                .as("the batch with the same number in another job")
                .isEqualTo(BatchState.PLANNED);
        assertThat(journal.states("other"))
                .containsOnly(
                        Map.entry("a", TargetState.PENDING), Map.entry("b", TargetState.PENDING));
        journal.close();
    }

    private void assertSecondBatchIsStillPlanned() {
        assertThat(journal.batch("j", 2).state()).isEqualTo(BatchState.PLANNED);
        assertThat(journal.states("j")).containsEntry("c", TargetState.PENDING);
    }

    private TargetRow row(String target) {
        return journal.rows("j").stream()
                .filter(r -> r.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private boolean hasEnded() {
        return OpenJournal.NOW.equals(journal.summary("j").endedAt());
    }

    @Test
    void plannedBatchesAreListedInOrder() {
        assertThat(journal.batches.planned("j")).containsExactly(1, 2);
        assertThat(journal.batches.targets("j", 1)).containsExactly("a", "b");
        assertThat(journal.batches.targets("j", 2)).containsExactly("c");
        journal.send("j", 1);
        assertThat(journal.batches.planned("j")).containsExactly(2);
    }

    @Test
    void aSendIsCountedAndTimedBeforeItLeaves() {
        assertThat(journal.batches.attempts("j", 1)).isZero();
        journal.send("j", 1);

        Batch sending = journal.batch("j", 1);
        assertThat(sending.state()).isEqualTo(BatchState.SENDING);
        assertThat(sending.sentAt()).isEqualTo(OpenJournal.NOW);
        assertThat(journal.batches.attempts("j", 1)).isOne();
        assertThat(journal.batches.startSending("j", 1, Instant.EPOCH, Instant.EPOCH))
                .as("a batch in flight is not sent again")
                .isFalse();
        assertThat(journal.batches.attempts("j", 1)).isOne();
        assertSecondBatchIsStillPlanned();
    }

    @Test
    void anAcceptedBatchMayHaveRefusedTargets() {
        journal.send("j", 1);
        journal.batches.accepted("j", 1, "task", "request", Map.of("b", "bad", "nobody's", "x"));

        Batch batch = journal.batch("j", 1);
        assertThat(batch.state()).isEqualTo(BatchState.ACCEPTED);
        assertThat(batch.taskId()).isEqualTo("task");
        assertThat(batch.requestId()).isEqualTo("request");
        assertThat(row("a").state()).isEqualTo(TargetState.ACCEPTED);
        assertThat(row("b").state()).isEqualTo(TargetState.REJECTED);
        assertThat(row("b").reason()).isEqualTo("bad");
        assertThat(row("b").code()).isEqualTo("FailedList");
        assertSecondBatchIsStillPlanned();
        assertThat(hasEnded()).isFalse();
    }

    @Test
    void anAcceptedBatchWithEveryTargetRefusedEndsTheJob() {
        journal.batches.heldBack("j", sent(2));
        journal.jobs.cancel("j");
        journal.create("one", List.of("a"));
        journal.send("one", 1);
        journal.batches.accepted("one", 1, "task", null, Map.of("a", "bad"));

        assertThat(journal.summary("one").endedAt()).isEqualTo(OpenJournal.NOW);
        assertThat(journal.summary("one").state()).isEqualTo(JobState.FAILED);
    }

    private int sent(int n) {
        journal.send("j", n);
        return n;
    }

    @Test
    void ifEveryTargetIsRefusedThereIsNoTask() {
        journal.send("j", 2);
        journal.batches.refused("j", 2, CODE, MESSAGE, null);
        journal.send("j", 1);
        journal.batches.allTargetsRefused("j", 1, "request", Map.of("a", "bad", "b", "worse"));

        Batch batch = journal.batch("j", 1);
        assertThat(batch.state()).isEqualTo(BatchState.REJECTED);
        assertThat(batch.taskId()).isNull();
        assertThat(batch.requestId()).isEqualTo("request");
        assertThat(row("a").reason()).isEqualTo("bad");
        assertThat(row("b").reason()).isEqualTo("worse");
        assertThat(hasEnded()).isTrue();
        assertThat(journal.summary("j").targets().rejected()).isEqualTo(3);
    }

    @Test
    void aTemporaryRefusalIsPlannedAgainAndCountsAsATry() {
        journal.send("j", 1);
        journal.batches.backToPlanned("j", 1, CODE, MESSAGE, "request", true);

        Batch batch = journal.batch("j", 1);
        assertThat(batch.state()).isEqualTo(BatchState.PLANNED);
        assertThat(batch.errorCode()).isEqualTo(CODE);
        assertThat(batch.errorMessage()).isEqualTo(MESSAGE);
        assertThat(batch.requestId()).isEqualTo("request");
        assertThat(batch.attempts()).isOne();
        assertThat(row("a").state()).isEqualTo(TargetState.PENDING);
        assertThat(hasEnded()).isFalse();
    }

    @Test
    void aBatchThatNeverLeftCountsNoTry() {
        journal.send("j", 1);
        journal.batches.backToPlanned("j", 1, CODE, MESSAGE, null, false);
        assertThat(journal.batches.attempts("j", 1)).isZero();

        journal.send("j", 1);
        journal.batches.heldBack("j", 1);
        Batch batch = journal.batch("j", 1);
        assertThat(batch.attempts()).isZero();
        assertThat(batch.state()).isEqualTo(BatchState.PLANNED);
        assertThat(batch.errorCode()).isNull();
    }

    @Test
    void aBatchPlannedAgainIsLookedUpFromItsNextSendOn() {
        journal.send("j", 1);
        journal.batches.backToPlanned("j", 1, CODE, MESSAGE, null, true);
        Instant later = OpenJournal.LIKELY.plusSeconds(60);
        assertThat(journal.batches.startSending("j", 1, later, later.plusSeconds(1))).isTrue();

        assertThat(journal.unknown.maybeTaken("https://e", "zone-1", "purge_url"))
                .singleElement()
                .satisfies(
                        b -> {
                            assertThat(b.lookFrom()).isEqualTo(later);
                            assertThat(b.likelySent()).isEqualTo(later.plusSeconds(1));
                        });
    }

    @Test
    void aBatchHeldBackIsLookedUpFromItsNextSendOn() {
        journal.send("j", 1);
        journal.batches.heldBack("j", 1);
        Instant later = OpenJournal.LIKELY.plusSeconds(60);
        journal.batches.startSending("j", 1, later, later);

        assertThat(journal.unknown.maybeTaken("https://e", "zone-1", "purge_url"))
                .singleElement()
                .satisfies(b -> assertThat(b.lookFrom()).isEqualTo(later));
    }

    @Test
    void aBatchThatWouldBePlannedAgainIsCanceledWithItsJob() {
        journal.send("j", 1);
        journal.send("j", 2);
        assertThat(journal.jobs.cancel("j")).isZero();
        journal.batches.heldBack("j", 1);

        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.CANCELED);
        assertThat(row("a").state()).isEqualTo(TargetState.CANCELED);
        assertThat(row("c").state()).isEqualTo(TargetState.PENDING);
        assertThat(hasEnded()).isFalse();
        journal.batches.backToPlanned("j", 2, CODE, MESSAGE, null, true);
        assertThat(journal.batch("j", 2).state()).isEqualTo(BatchState.CANCELED);
        assertThat(hasEnded()).isTrue();
        assertThat(journal.summary("j").targets().canceled()).isEqualTo(3);
    }

    @Test
    void theLastBatchHeldBackEndsACanceledJob() {
        journal.send("j", 1);
        journal.jobs.cancel("j");
        assertThat(hasEnded()).isFalse();
        journal.batches.heldBack("j", 1);

        assertThat(hasEnded()).isTrue();
    }

    @Test
    void aPermanentRefusalRejectsTheBatchAndItsTargets() {
        journal.send("j", 1);
        journal.batches.refused("j", 1, CODE, MESSAGE, "request");

        Batch batch = journal.batch("j", 1);
        assertThat(batch.state()).isEqualTo(BatchState.REJECTED);
        assertThat(batch.errorCode()).isEqualTo(CODE);
        assertThat(batch.requestId()).isEqualTo("request");
        assertThat(row("a").state()).isEqualTo(TargetState.REJECTED);
        assertThat(row("a").reason()).isEqualTo(MESSAGE);
        assertThat(row("a").code()).isEqualTo(CODE);
        assertSecondBatchIsStillPlanned();
        assertThat(hasEnded()).isFalse();
        journal.send("j", 2);
        journal.batches.refused("j", 2, CODE, MESSAGE, null);
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void aLostReplyLeavesBatchAndTargetsUnknown() {
        journal.send("j", 1);
        journal.batches.unknown("j", 1, "Network.Timeout", "no answer", "request");

        Batch batch = journal.batch("j", 1);
        assertThat(batch.state()).isEqualTo(BatchState.UNKNOWN);
        assertThat(batch.errorCode()).isEqualTo("Network.Timeout");
        assertThat(batch.errorMessage()).isEqualTo("no answer");
        assertThat(batch.requestId()).isEqualTo("request");
        assertThat(row("a").state()).isEqualTo(TargetState.UNKNOWN);
        assertThat(row("a").reason()).isNull();
        assertSecondBatchIsStillPlanned();
        assertThat(journal.summary("j").state()).isEqualTo(JobState.UNKNOWN);
    }

    @Test
    void aRequestIdIsKeptUntilALaterRequestHasOne() {
        journal.send("j", 1);
        journal.batches.backToPlanned("j", 1, CODE, MESSAGE, "first", true);
        journal.send("j", 1);
        journal.batches.backToPlanned("j", 1, CODE, MESSAGE, null, true);
        assertThat(journal.batch("j", 1).requestId()).isEqualTo("first");
        journal.send("j", 1);
        journal.batches.accepted("j", 1, "task", "second", Map.of());
        assertThat(journal.batch("j", 1).requestId()).isEqualTo("second");
        assertThat(journal.batch("j", 1).errorCode()).as("from an earlier try").isNull();
    }

    @Test
    void usedUpTriesRejectWithTheLastReason() {
        journal.send("j", 1);
        journal.batches.backToPlanned("j", 1, CODE, MESSAGE, null, true);
        journal.batches.triesUsedUp("j", 1);

        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.REJECTED);
        assertThat(row("b").state()).isEqualTo(TargetState.REJECTED);
        assertThat(row("b").reason()).isEqualTo(MESSAGE);
        assertThat(row("b").code()).isEqualTo(CODE);
        assertSecondBatchIsStillPlanned();
        assertThat(hasEnded()).isFalse();
        journal.batches.triesUsedUp("j", 2);
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void triesOfABatchInFlightAreNotUsedUp() {
        journal.send("j", 1);
        journal.batches.triesUsedUp("j", 1);

        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.SENDING);
        assertThat(row("a").state()).isEqualTo(TargetState.PENDING);
    }

    @Test
    void noAnswerMovesABatchThatIsNotBeingSent() {
        BatchRepository batches = journal.batches;
        assertThatThrownBy(() -> batches.accepted("j", 1, "task", null, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("batch 1 of j");
        assertThatThrownBy(() -> batches.allTargetsRefused("j", 1, null, Map.of("a", "b")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batches.backToPlanned("j", 1, CODE, MESSAGE, null, true))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batches.heldBack("j", 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batches.refused("j", 1, CODE, MESSAGE, null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> batches.unknown("j", 1, CODE, MESSAGE, null))
                .isInstanceOf(IllegalStateException.class);

        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.PLANNED);
        assertThat(journal.batch("j", 1).errorCode()).isNull();
        assertThat(row("a").state()).isEqualTo(TargetState.PENDING);
    }

    @Test
    void requestsAreStoredUnchanged() {
        RequestRecord request =
                new RequestRecord(
                        2, "CreatePurgeTask", OpenJournal.EARLIEST, 123, "request", CODE, MESSAGE);
        RequestRecord bare =
                new RequestRecord(0, "DescribeZones", OpenJournal.LIKELY, 0, null, null, null);
        journal.batches.addRequest(OpenJournal.job("j"), request);
        journal.batches.addRequest(OpenJournal.job("j"), bare);

        assertThat(journal.history.requests("j")).containsExactly(bare, request);
    }
}
