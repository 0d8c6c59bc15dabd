package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.JobState;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Batches that EdgeOne may have: how they are found, and how a lookup changes them. */
final class UnknownBatchesTest {
    private static final String LOST = "the reason was lost";

    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
        journal.create("j", List.of("a", "b"), List.of("c"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private List<OpenBatch> maybeTaken() {
        return journal.unknown.maybeTaken("https://e", "zone-1", "purge_url");
    }

    @Test
    void batchesBeingSentOrWithLostRepliesMayBeAccepted() {
        assertThat(maybeTaken()).isEmpty();
        journal.send("j", 2);
        journal.lose("j", 1);

        assertThat(maybeTaken())
                .containsExactlyInAnyOrder(
                        new OpenBatch(
                                "j",
                                1,
                                BatchState.UNKNOWN,
                                null,
                                List.of("a", "b"),
                                OpenJournal.EARLIEST,
                                OpenJournal.LIKELY,
                                OpenJournal.NOW,
                                1),
                        new OpenBatch(
                                "j",
                                2,
                                BatchState.SENDING,
                                null,
                                List.of("c"),
                                OpenJournal.EARLIEST,
                                OpenJournal.LIKELY,
                                null,
                                1));
    }

    @Test
    void onlyBatchesOfTheSameEndpointZoneAndTypeCount() {
        journal.lose("j", 1);

        assertThat(maybeTaken()).hasSize(1);
        assertThat(journal.unknown.maybeTaken("https://f", "zone-1", "purge_url")).isEmpty();
        assertThat(journal.unknown.maybeTaken("https://e", "zone-2", "purge_url")).isEmpty();
        assertThat(journal.unknown.maybeTaken("https://e", "zone-1", "purge_host")).isEmpty();
    }

    @Test
    void aWholeZonePurgeHasNoTargetsAndAMethodIsKept() {
        journal.jobs.create(
                OpenJournal.job(
                        "zone", PurgeType.ALL, PurgeMethod.DELETE, "zone-1", OpenJournal.EARLIEST),
                List.of(List.of("example.com")));
        journal.lose("zone", 1);

        assertThat(journal.unknown.maybeTaken("https://e", "zone-1", "purge_all"))
                .singleElement()
                .satisfies(
                        b -> {
                            assertThat(b.targets()).isEmpty();
                            assertThat(b.method()).isEqualTo(PurgeMethod.DELETE);
                        });
    }

    /** As written by an older version. */
    @Test
    void aBatchWithoutATimeOfSendingMayBeAnyOldJob() throws Exception {
        journal.lose("j", 1);
        journal.changedByHand();
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = c.createStatement()) {
            statement.execute("UPDATE batch SET likely_sent = NULL");
            assertThat(maybeTaken())
                    .singleElement()
                    .satisfies(b -> assertThat(b.likelySent()).isEqualTo(OpenJournal.EARLIEST));
            statement.execute("UPDATE batch SET look_from = NULL");
        }
        assertThat(maybeTaken())
                .singleElement()
                .satisfies(
                        b -> {
                            assertThat(b.lookFrom()).isEqualTo(Instant.EPOCH);
                            assertThat(b.likelySent()).isEqualTo(Instant.EPOCH);
                        });
    }

    @Test
    void adoptingAcceptsTheBatchAndRejectsTargetsWithoutARow() {
        journal.lose("j", 1);
        assertThat(journal.unknown.adopt("j", 1, "task", Set.of("a"), LOST)).isTrue();

        Batch batch = journal.batch("j", 1);
        assertThat(batch.state()).isEqualTo(BatchState.ACCEPTED);
        assertThat(batch.taskId()).isEqualTo("task");
        assertThat(journal.states("j"))
                .containsEntry("a", TargetState.ACCEPTED)
                .containsEntry("b", TargetState.REJECTED)
                .containsEntry("c", TargetState.PENDING);
        assertThat(journal.rows("j").get(1).reason()).isEqualTo(LOST);
        assertThat(journal.rows("j").get(1).code()).isEqualTo(UnknownBatchRepository.REASON_LOST);
        assertThat(maybeTaken()).isEmpty();
    }

    @Test
    void adoptingWithoutRowsAcceptsEveryTarget() {
        journal.lose("j", 1);
        assertThat(journal.unknown.adopt("j", 1, "task", Set.of(), LOST)).isTrue();

        assertThat(journal.states("j"))
                .containsEntry("a", TargetState.ACCEPTED)
                .containsEntry("b", TargetState.ACCEPTED);
    }

    @Test
    void adoptingATaskWithOnlyForeignRowsEndsTheJob() {
        journal.lose("j", 1);
        journal.jobs.cancel("j");
        assertThat(journal.unknown.adopt("j", 1, "task", Set.of("nobody's"), LOST)).isTrue();

        assertThat(journal.summary("j").endedAt()).isEqualTo(OpenJournal.NOW);
        assertThat(journal.summary("j").targets().rejected()).isEqualTo(2);
        assertThat(journal.summary("j").targets().canceled()).isOne();
    }

    @Test
    void oneTaskIsAdoptedOnceInAZone() {
        journal.lose("j", 1);
        journal.lose("j", 2);
        journal.jobs.create(
                OpenJournal.job("far", PurgeType.URL, null, "zone-2", OpenJournal.EARLIEST),
                List.of(List.of("a")));
        journal.lose("far", 1);
        assertThat(journal.unknown.heldTasks("https://e", "zone-1")).isEmpty();
        assertThat(journal.unknown.adopt("j", 1, "task", Set.of("a"), LOST)).isTrue();

        assertThat(journal.unknown.adopt("j", 2, "task", Set.of("c"), LOST)).isFalse();
        assertThat(journal.batch("j", 2).state()).isEqualTo(BatchState.UNKNOWN);
        assertThat(journal.unknown.adopt("far", 1, "task", Set.of("a"), LOST)).isTrue();
        assertThat(journal.unknown.heldTasks("https://e", "zone-1")).containsExactly("task");
        assertThat(journal.unknown.heldTasks("https://e", "zone-3")).isEmpty();
    }

    @Test
    void onlyUnknownBatchesAreAdoptedOrProvenAbsent() {
        journal.send("j", 1);
        assertThat(journal.unknown.adopt("j", 1, "task", Set.of("a"), LOST)).isFalse();
        journal.unknown.provenAbsent("j", 1);
        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.SENDING);

        journal.batches.accepted("j", 1, "task", null, Map.of());
        assertThat(journal.unknown.adopt("j", 1, "later", Set.of("a"), LOST)).isFalse();
        journal.unknown.provenAbsent("j", 1);
        assertThat(journal.batch("j", 1).taskId()).isEqualTo("task");
        assertThat(journal.states("j")).containsEntry("a", TargetState.ACCEPTED);
    }

    @Test
    void aBatchProvenAbsentIsPlannedAgain() {
        journal.lose("j", 1);
        journal.unknown.provenAbsent("j", 1);

        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.PLANNED);
        assertThat(journal.batch("j", 1).attempts()).as("it was a try").isOne();
        assertThat(journal.states("j"))
                .containsOnly(
                        Map.entry("a", TargetState.PENDING),
                        Map.entry("b", TargetState.PENDING),
                        Map.entry("c", TargetState.PENDING));
        Instant later = OpenJournal.LIKELY.plusSeconds(60);
        journal.batches.startSending("j", 1, later, later);
        assertThat(maybeTaken())
                .singleElement()
                .satisfies(b -> assertThat(b.lookFrom()).isEqualTo(later));
    }

    @Test
    void aBatchProvenAbsentInACanceledJobIsCanceledAndEndsIt() {
        journal.lose("j", 1);
        journal.jobs.cancel("j");
        assertThat(journal.summary("j").state()).isEqualTo(JobState.UNKNOWN);
        journal.unknown.provenAbsent("j", 1);

        assertThat(journal.batch("j", 1).state()).isEqualTo(BatchState.CANCELED);
        assertThat(journal.states("j")).containsEntry("a", TargetState.CANCELED);
        assertThat(journal.summary("j").endedAt()).isEqualTo(OpenJournal.NOW);
    }
}
