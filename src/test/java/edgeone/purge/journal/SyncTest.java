package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.ForeignJob.Line;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.SyncRepository.Recorded;
import edgeone.purge.journal.SyncRepository.Suspicion;
import edgeone.purge.journal.prune.PruneRepository;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.prune.PruneChoice;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Others' jobs come in once, with their latest outcome. The chain is checked at the end. */
final class SyncTest {
    private static final Instant CREATED = Instant.parse("2026-11-20T09:00:00Z");
    private static final Suspicion NONE = (type, open) -> job -> false;
    private static final String PAGE = "https://www.example.com/";

    @TempDir private Path home;
    private OpenJournal journal;

    @BeforeEach
    void open() throws IOException {
        journal = new OpenJournal(home);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private static ForeignJob listed(String task, TargetState... states) {
        List<Line> lines = new ArrayList<>();
        for (TargetState state : states) {
            lines.add(new Line(PAGE + task + lines.size(), new Fate(state, null, null)));
        }
        return listed(task, lines);
    }

    private static ForeignJob listed(String task, List<Line> lines) {
        Job job =
                new Job(
                                "job-of-" + task,
                                CREATED,
                                "account",
                                "account-1",
                                "fingerprint",
                                "https://e",
                                "zone-1",
                                "example.com",
                                PurgeType.URL,
                                null,
                                List.of(),
                                null)
                        .from(new Provenance(Origin.ELSEWHERE, null, null, null, null, null));
        return new ForeignJob(job, task, lines, CREATED.plusSeconds(9));
    }

    private Recorded record(ForeignJob... jobs) {
        return journal.sync.record(List.of(jobs), NONE);
    }

    private List<String> found(String text) {
        return journal
                .history
                .jobs(JobFilter.ALL.withText(text), JobOrder.NEWEST_FIRST, 0, 10)
                .stream()
                .map(s -> s.job().id())
                .toList();
    }

    @Test
    void aJobOfSomebodyElseComesInOnceAsItEnded() {
        ForeignJob job = listed("t", TargetState.SUCCEEDED, TargetState.FAILED);

        assertThat(record(job, job)).isEqualTo(new Recorded(1, 1, 0, null));
        assertThat(record(job)).isEqualTo(new Recorded(0, 1, 0, null));

        JobSummary summary = journal.summary("job-of-t");
        assertThat(summary.state()).isEqualTo(JobState.PARTLY_FAILED);
        assertThat(summary.endedAt()).isEqualTo(CREATED.plusSeconds(9));
        assertThat(summary.job().createdAt()).isEqualTo(CREATED);
        assertThat(summary.job().provenance().origin()).isEqualTo(Origin.ELSEWHERE);
        assertThat(summary.resumable()).isFalse();
        assertThat(journal.jobs.open()).isEmpty();
        assertThat(journal.batch("job-of-t", 1).taskId()).isEqualTo("t");
        assertThat(found("com/t1")).containsExactly("job-of-t");
    }

    @Test
    void whatWasProcessingIsUpdatedAndWhatIsFinalStays() {
        record(listed("t", TargetState.PROCESSING, TargetState.SUCCEEDED));
        assertThat(journal.summary("job-of-t").state()).isEqualTo(JobState.RUNNING);

        Recorded again = record(listed("t", TargetState.PROCESSING, TargetState.FAILED));
        assertThat(again.open()).isEqualTo(CREATED);
        assertThat(journal.states("job-of-t"))
                .isEqualTo(
                        Map.of(
                                PAGE + "t0", TargetState.PROCESSING,
                                PAGE + "t1", TargetState.SUCCEEDED));

        record(listed("t", TargetState.TIMED_OUT, TargetState.SUCCEEDED));
        assertThat(journal.summary("job-of-t").state()).isEqualTo(JobState.PARTLY_FAILED);
    }

    @Test
    void targetsThatWereListedLateAreAddedEvenToAJobThatSeemedToHaveEnded() {
        record(listed("t", TargetState.SUCCEEDED));
        journal.jobs.note("job-of-t", "by the console");
        record(listed("t", TargetState.SUCCEEDED, TargetState.PROCESSING));

        assertThat(journal.summary("job-of-t").state()).isEqualTo(JobState.RUNNING);
        assertThat(journal.summary("job-of-t").targets().total()).isEqualTo(2);
        assertThat(journal.batch("job-of-t", 1).targets()).isEqualTo(2);
        assertThat(found("com/t1")).containsExactly("job-of-t");
        assertThat(found("by the console")).containsExactly("job-of-t");

        // Only a part of it was listed this time.
        record(
                listed(
                        "t",
                        List.of(
                                new Line(
                                        PAGE + "t1",
                                        new Fate(TargetState.SUCCEEDED, null, null)))));
        assertThat(journal.summary("job-of-t").state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(journal.states("job-of-t")).containsOnlyKeys(PAGE + "t0", PAGE + "t1");
        record(listed("t", TargetState.SUCCEEDED, TargetState.SUCCEEDED, TargetState.SUCCEEDED));
        assertThat(journal.summary("job-of-t").targets().succeeded()).isEqualTo(3);
    }

    /** Its first end is in the chain, and is not what holds at the end of this test. */
    @Test
    void aJobThatEndedMayGoOn() {
        record(listed("t", TargetState.PROCESSING));
        record(listed("t", TargetState.SUCCEEDED));
        assertThat(journal.summary("job-of-t").state()).isEqualTo(JobState.SUCCEEDED);
        record(listed("t", TargetState.SUCCEEDED, TargetState.PROCESSING));
        assertThat(journal.summary("job-of-t").state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void aJobOfOursIsKnownByItsTask() {
        journal.create("ours", List.of(PAGE + "t0"));
        journal.send("ours", 1);
        journal.batches.accepted("ours", 1, "t", "request", Map.of());

        assertThat(record(listed("t", TargetState.FAILED))).isEqualTo(new Recorded(0, 1, 0, null));

        assertThat(journal.states("ours")).containsValue(TargetState.ACCEPTED);
        assertThat(found("")).containsExactly("ours");
    }

    @Test
    void whatMayBeOursIsLeftOutAndTheBatchesAreThoseWithoutAnAnswer() {
        journal.create("lost", List.of(PAGE + "a"));
        journal.lose("lost", 1);
        journal.create("sending", List.of(PAGE + "b"));
        journal.send("sending", 1);
        journal.create("planned", List.of(PAGE + "c"));
        List<String> asked = new ArrayList<>();
        Suspicion all =
                (type, open) -> {
                    open.forEach(b -> asked.add(b.jobId()));
                    return job -> true;
                };

        Recorded recorded = journal.sync.record(List.of(listed("t", TargetState.SUCCEEDED)), all);

        assertThat(recorded).isEqualTo(new Recorded(0, 0, 1, CREATED));
        assertThat(asked).containsExactlyInAnyOrder("lost", "sending");
        assertThat(found("job-of-t")).isEmpty();
    }

    @Test
    void whatWasPrunedNeverComesBackOursOrTheirs() {
        record(listed("theirs", TargetState.SUCCEEDED), listed("open", TargetState.PROCESSING));
        journal.create("ours", List.of(PAGE + "o"));
        journal.send("ours", 1);
        journal.batches.accepted("ours", 1, "task-ours", null, Map.of());
        journal.progress.progressed(
                "ours", 1, Map.of(PAGE + "o", new Fate(TargetState.SUCCEEDED, null, null)));

        new PruneRepository(journal.file(), journal.owners, Clock.systemUTC())
                .prune(new PruneChoice.Keep(0), n -> {}, () -> false);

        assertThat(found("")).containsExactly("job-of-open");
        Recorded again =
                record(
                        listed("theirs", TargetState.SUCCEEDED),
                        listed("task-ours", TargetState.SUCCEEDED));
        assertThat(again).isEqualTo(new Recorded(0, 2, 0, null));
        assertThat(found("")).containsExactly("job-of-open");
        record(listed("open", TargetState.SUCCEEDED));
        assertThat(journal.summary("job-of-open").state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void theMarkMovesOnlyWhereThereIsNoGap() {
        Instant a = CREATED;
        Instant b = CREATED.plusSeconds(10);
        Instant c = CREATED.plusSeconds(20);
        journal.sync.reached("https://e", "zone-1", a, b, false);
        assertThat(journal.sync.until("https://e", "zone-1")).isEmpty();
        journal.sync.reached("https://e", "zone-1", a, a, true);
        journal.sync.reached("https://e", "zone-1", b, c, true);
        assertThat(journal.sync.until("https://e", "zone-1")).contains(a);
        journal.sync.reached("https://e", "zone-1", a, b, false);
        journal.sync.reached("https://e", "zone-1", b, c, false);
        journal.sync.reached("https://e", "zone-1", a, b, false);
        assertThat(journal.sync.until("https://e", "zone-1")).contains(c);
        assertThat(journal.sync.until("https://e", "zone-2")).isEmpty();
    }

    @Test
    void anOriginChangedByHandIsFound() {
        record(listed("t", TargetState.SUCCEEDED));
        journal.file().change(c -> Sql.update(c, "UPDATE job SET origin = 'here'"));
        journal.changedByHand();
    }
}
