package edgeone.purge.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The journal file: who can open and write it, and what it says after a process died. */
final class JournalTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path home;

    private static Job job(String id) {
        return new Job(
                id,
                Instant.parse("2026-11-20T10:00:00Z"),
                "a",
                "id of a",
                "f",
                "https://e",
                "zone-1",
                "example.com",
                PurgeType.URL,
                null,
                List.of(),
                null);
    }

    @Test
    void movesAsideAFileThatIsNotADatabase() throws Exception {
        Path file = home.resolve("journal.db");
        byte[] content = "this is not a database, but it may be somebody's".getBytes();
        Files.write(file, content);

        assertThatThrownBy(() -> Journal.open(home, CLOCK))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(JournalException.Kind.NOT_A_DATABASE);
                            assertThat(e.file()).hasBinaryContent(content);
                        });
        Journal.open(home, CLOCK).close();
    }

    @Test
    void leavesAJournalOfANewerVersionAlone() throws Exception {
        Journal.open(home, CLOCK).close();
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                var statement = c.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Journal.open(home, CLOCK))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.NEWER_VERSION));
        assertThat(home.resolve("journal.db")).exists();
    }

    @Test
    void isForItsOwnerOnly() throws Exception {
        Path fresh = home.resolve("new");
        Journal.open(fresh, CLOCK).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(fresh.resolve("journal.db"))))
                .isEqualTo("rw-------");
    }

    /** As when a window is closed right after it opens. */
    @Test
    void registeringAfterClosingLeavesNothing() throws Exception {
        Owners owners = Owners.of(home);
        owners.close();
        owners.register();

        assertThat(home.resolve("owners")).doesNotExist();
    }

    @Test
    void concurrentWritersLoseNothing() throws Exception {
        int processes = 4;
        int each = 25;
        try (var pool = Executors.newFixedThreadPool(processes)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int p = 0; p < processes; p++) {
                int process = p;
                writers.add(
                        pool.submit(
                                () -> {
                                    try (Journal journal = Journal.open(home, CLOCK);
                                            Owners owners = Owners.register(home)) {
                                        Repositories r = Repositories.of(journal, owners, CLOCK);
                                        for (int i = 0; i < each; i++) {
                                            String id = "j" + process + "-" + i;
                                            r.jobs().create(job(id), List.of(List.of("a", "b")));
                                            assertThat(
                                                            r.batches()
                                                                    .startSending(
                                                                            id,
                                                                            1,
                                                                            Instant.EPOCH,
                                                                            Instant.EPOCH))
                                                    .isTrue();
                                            r.batches().accepted(id, 1, "t" + id, null, Map.of());
                                        }
                                    }
                                    return null;
                                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            HistoryRepository history = new HistoryRepository(journal, owners);
            assertThat(history.jobs(JobFilter.ALL, JobOrder.NEWEST_FIRST, 0, 1_000))
                    .hasSize(processes * each);
            String integrity =
                    journal.read(
                            c ->
                                    Sql.list(c, r -> r.getString(1), "PRAGMA integrity_check")
                                            .getFirst());
            assertThat(integrity).isEqualTo("ok");
        }
    }

    @Test
    void batchesOfADeadProcessBecomeUnknown() throws Exception {
        try (Journal journal = Journal.open(home, CLOCK)) {
            Owners dead = Owners.register(home);
            Repositories before = Repositories.of(journal, dead, CLOCK);
            before.jobs().create(job("j1"), List.of(List.of("a"), List.of("b")));
            before.batches().startSending("j1", 1, Instant.EPOCH, Instant.EPOCH);

            try (Owners living = Owners.register(home)) {
                Repositories after = Repositories.of(journal, living, CLOCK);
                assertThat(after.ownership().settleOrphans()).isZero();
                assertThat(after.ownership().claim("j1")).isFalse();
                dead.close();

                assertThat(after.ownership().settleOrphans()).isOne();
                JobSummary summary = after.history().job("j1").orElseThrow();
                assertThat(summary.state()).isEqualTo(JobState.UNKNOWN);
                assertThat(summary.targets().unknown()).isOne();
                assertThat(summary.targets().pending()).isOne();
                assertThat(summary.resumable()).isTrue();
                assertThat(after.ownership().claim("j1")).isTrue();
            }
        }
    }

    @Test
    void claimingADeadProcessesJobMakesItsBatchesUnknown() throws Exception {
        try (Journal journal = Journal.open(home, CLOCK);
                Owners living = Owners.register(home)) {
            Owners dead = Owners.register(home);
            Repositories before = Repositories.of(journal, dead, CLOCK);
            before.jobs().create(job("j1"), List.of(List.of("a"), List.of("b")));
            before.batches().startSending("j1", 1, Instant.EPOCH, Instant.EPOCH);
            dead.close();

            Repositories after = Repositories.of(journal, living, CLOCK);
            assertThat(after.ownership().claim("j1")).isTrue();
            assertThat(after.history().batches("j1"))
                    .extracting(b -> b.state())
                    .containsExactly(BatchState.UNKNOWN, BatchState.PLANNED);
        }
    }

    /** As after a reply that could not be recorded because the disk was full. */
    @Test
    void aBatchReleasedWhileBeingSentIsUnknown() throws Exception {
        try (Journal journal = Journal.open(home, CLOCK);
                Owners mine = Owners.register(home)) {
            Repositories r = Repositories.of(journal, mine, CLOCK);
            r.jobs().create(job("j1"), List.of(List.of("a")));
            r.batches().startSending("j1", 1, Instant.EPOCH, Instant.EPOCH);
            r.ownership().release("j1");

            assertThat(r.ownership().settleOrphans()).isOne();
            assertThat(r.history().job("j1").orElseThrow().state()).isEqualTo(JobState.UNKNOWN);
        }
    }

    @Test
    void nothingCanceledOrNotOwnedIsSent() throws Exception {
        try (Journal journal = Journal.open(home, CLOCK);
                Owners mine = Owners.register(home);
                Owners other = Owners.register(home)) {
            Repositories r = Repositories.of(journal, mine, CLOCK);
            r.jobs().create(job("j1"), List.of(List.of("a"), List.of("b")));
            assertThat(
                            Repositories.of(journal, other, CLOCK)
                                    .batches()
                                    .startSending("j1", 1, Instant.EPOCH, Instant.EPOCH))
                    .isFalse();
            assertThat(r.batches().startSending("j1", 1, Instant.EPOCH, Instant.EPOCH)).isTrue();
            assertThat(r.jobs().cancel("j1")).isOne();
            assertThat(r.batches().startSending("j1", 2, Instant.EPOCH, Instant.EPOCH)).isFalse();
            r.batches().backToPlanned("j1", 1, "RequestLimitExceeded", "", null, true);

            assertThat(r.history().batches("j1"))
                    .extracting(b -> b.state())
                    .containsOnly(BatchState.CANCELED);
            assertThat(r.history().job("j1").orElseThrow().state()).isEqualTo(JobState.CANCELED);
        }
    }
}
