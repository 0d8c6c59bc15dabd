package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.CutJob.CutBatch;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Progress.Event;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.export.CutText;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.journal.file.JournalException.Kind;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The journal is removed or replaced during a run. */
final class JournalReplacedTest {
    private static final int BATCHES = 12;
    private static final int A_SECOND = 4;

    @TempDir private Path folder;
    private Path home;
    private EngineFixture fixture;
    private Connection slow;

    @BeforeEach
    void open() throws IOException {
        home = folder.resolve("home");
        fixture =
                new EngineFixture(
                        home,
                        EmbeddedEdgeOne.start(
                                EmulatorOptions.defaults()
                                        .withProcessing(Duration.ofDays(1))
                                        .withZones(
                                                List.of(
                                                        ZoneSetup.of(
                                                                        "zone-cut",
                                                                        "example.com",
                                                                        "www.example.com")
                                                                .withQuota(
                                                                        "purge_url",
                                                                        2,
                                                                        1_000_000)))),
                        Duration.ofMillis(200));
        slow = fixture.connect(home, "test", SafetyLevel.NORMAL, A_SECOND);
    }

    @AfterEach
    void close() {
        slow.client().close();
        fixture.close();
    }

    /** What happens to the journal while it is in use. */
    enum Mishap {
        JOURNAL_REMOVED {
            @Override
            void strike(Path home) throws IOException {
                Files.delete(home.resolve("journal.db"));
            }
        },
        HOME_REMOVED {
            @Override
            void strike(Path home) throws IOException {
                List<Path> all;
                try (var files = Files.walk(home)) {
                    all = files.sorted(Comparator.reverseOrder()).toList();
                }
                for (Path file : all) {
                    Files.delete(file);
                }
            }
        },
        HOME_RENAMED {
            @Override
            void strike(Path home) throws IOException {
                Files.move(home, home.resolveSibling("renamed"));
            }
        },
        RESTORED {
            @Override
            void strike(Path home) throws IOException {
                Path backup = Files.copy(home.resolve("journal.db"), home.resolve("backup"));
                Files.move(backup, home.resolve("journal.db"), StandardCopyOption.REPLACE_EXISTING);
            }
        },
        OTHER_DATABASE {
            @Override
            void strike(Path home) throws IOException {
                Path other = home.resolveSibling("other");
                Journal.open(other, Clock.systemUTC()).close();
                Files.move(
                        other.resolve("journal.db"),
                        home.resolve("journal.db"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        },
        OVERWRITTEN {
            @Override
            void strike(Path home) throws IOException {
                try (FileChannel file =
                        FileChannel.open(home.resolve("journal.db"), StandardOpenOption.WRITE)) {
                    file.truncate(0);
                }
            }
        },
        WAL_REMOVED {
            @Override
            void strike(Path home) throws IOException {
                Files.delete(home.resolve("journal.db-wal"));
            }
        },
        SHM_REMOVED {
            @Override
            void strike(Path home) throws IOException {
                Files.delete(home.resolve("journal.db-shm"));
            }
        };

        abstract void strike(Path home) throws IOException;
    }

    /** Strikes once, when EdgeOne has accepted the first request. */
    private Progress striking(Mishap mishap) {
        AtomicBoolean struck = new AtomicBoolean();
        return event -> {
            if (event instanceof Event.BatchMoved(int n, BatchState state)
                    && state == BatchState.ACCEPTED
                    && struck.compareAndSet(false, true)) {
                strike(mishap);
            }
        };
    }

    private void strike(Mishap mishap) {
        try {
            mishap.strike(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plan plan() throws Exception {
        return fixture.plan(
                fixture.zone("example.com"),
                PurgeType.URL,
                null,
                IntStream.range(0, 2 * BATCHES)
                        .mapToObj(i -> "https://www.example.com/" + i)
                        .collect(Collectors.joining("\n")));
    }

    private CutRunException cut(Progress progress) throws Exception {
        Plan plan = plan();
        return catchThrowableOfType(
                CutRunException.class,
                () ->
                        fixture.engine.submit(
                                slow, plan, new Consent(true, null), progress, new RunControl()));
    }

    @ParameterizedTest
    @EnumSource
    void nothingMoreIsSentAndWhatWasSentIsNamed(Mishap mishap) throws Exception {
        CutRunException cut = cut(striking(mishap));

        assertThat(cut).isNotNull();
        assertThat(cut.journal().kind()).isEqualTo(Kind.REPLACED);
        assertThatEdgeOneHasWhatIsNamed(cut);
        assertThatNothingIsSentAnyMore(cut);
    }

    private void assertThatEdgeOneHasWhatIsNamed(CutRunException cut) {
        List<CutBatch> batches = cut.jobs().getFirst().batches();
        assertThat(batches).hasSize(BATCHES).allMatch(b -> b.targets().size() == 2);
        Set<String> accepted =
                fixture.accepted().stream().map(AcceptedJob::jobId).collect(Collectors.toSet());
        assertThat(
                        batches.stream()
                                .filter(b -> b.state() == BatchState.ACCEPTED)
                                .filter(b -> b.requestId() != null)
                                .map(CutBatch::taskId))
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(batches.stream().filter(b -> b.state() == BatchState.PLANNED))
                .isNotEmpty()
                .hasSize(BATCHES - accepted.size());
    }

    private void assertThatNothingIsSentAnyMore(CutRunException cut) throws Exception {
        int before = fixture.accepted().size();
        Plan plan = plan();
        assertThatThrownBy(() -> fixture.submit(plan))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REPLACED));
        assertThatThrownBy(() -> fixture.engine.cancel(cut.jobId()))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(
                        () ->
                                fixture.engine.resume(
                                        fixture.connection, Progress.SILENT, new RunControl()))
                .isInstanceOf(RuntimeException.class);
        assertThat(fixture.accepted()).hasSize(before);
    }

    @Test
    void anAnswerThatCannotBeRecordedIsNamed() throws Exception {
        fixture.faults("CreatePurgeTask:slow=1500");
        Thread striker =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    while (fixture.accepted().isEmpty()) {
                                        Thread.onSpinWait();
                                    }
                                    strike(Mishap.JOURNAL_REMOVED);
                                });

        CutRunException cut = cut(Progress.SILENT);

        striker.join();
        assertThat(cut).isNotNull();
        assertThatEdgeOneHasWhatIsNamed(cut);
    }

    @Test
    void aLostAnswerMeansAnUnknownOutcome() throws Exception {
        fixture.faults("CreatePurgeTask:lose-reply@nth=2");

        CutRunException cut =
                cut(
                        event -> {
                            if (event instanceof Event.BatchMoved(int n, BatchState state)
                                    && state == BatchState.UNKNOWN) {
                                strike(Mishap.JOURNAL_REMOVED);
                            }
                        });

        assertThat(cut).isNotNull();
        assertThat(cut.jobs().getFirst().batches())
                .filteredOn(b -> b.state() == BatchState.UNKNOWN)
                .hasSize(1);
        assertThat(cut.jobs().getFirst().batches())
                .filteredOn(b -> b.state() == BatchState.ACCEPTED)
                .hasSize(fixture.accepted().size() - 1);
    }

    @Test
    void removalAtTheVeryEndIsNotASuccess() throws Exception {
        CutRunException cut =
                cut(
                        event -> {
                            if (event instanceof Event.Counted(var targets, int settled, int all)
                                    && settled == all) {
                                deleteJournal();
                            }
                        });

        assertThat(cut).isNotNull();
        assertThat(cut.jobs().getFirst().batches())
                .hasSize(BATCHES)
                .allMatch(b -> b.state() == BatchState.ACCEPTED);
    }

    private void deleteJournal() {
        try {
            Files.deleteIfExists(home.resolve("journal.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void followingStopsToo() throws Exception {
        RunResult result = fixture.submit(plan());
        long asked = fixture.calls("DescribePurgeTasks");
        strike(Mishap.JOURNAL_REMOVED);

        CutRunException cut =
                catchThrowableOfType(CutRunException.class, () -> fixture.follow(result));

        assertThat(cut).isNotNull();
        assertThat(cut.jobs().getFirst().batches())
                .hasSize(BATCHES)
                .allMatch(b -> b.state() == BatchState.ACCEPTED && b.taskId() != null);
        assertThat(fixture.calls("DescribePurgeTasks")).isEqualTo(asked);
    }

    @Test
    void resumingStopsToo() throws Exception {
        RunControl stopped = new RunControl();
        stopped.keep();
        fixture.engine.submit(slow, plan(), new Consent(true, null), Progress.SILENT, stopped);

        CutRunException cut =
                catchThrowableOfType(
                        CutRunException.class,
                        () ->
                                fixture.engine.resume(
                                        slow, striking(Mishap.HOME_RENAMED), new RunControl()));

        assertThat(cut).isNotNull();
        assertThatEdgeOneHasWhatIsNamed(cut);
    }

    /** If the lost one were closed, SQLite would write its log into the new one. */
    @Test
    void theNewJournalIsLeftAlone() throws Exception {
        assertThat(cut(striking(Mishap.OVERWRITTEN))).isNotNull();

        fixture.journal.close();

        assertThat(home.resolve("journal.db")).isEmptyFile();
    }

    /** A folder that is moved back holds everything recorded. */
    @Test
    void aJournalThatIsMovedBackIsResumed() throws Exception {
        CutRunException cut = cut(striking(Mishap.HOME_RENAMED));
        assertThat(cut).isNotNull();
        fixture.die();
        if (Files.exists(home)) {
            Mishap.HOME_REMOVED.strike(home);
        }
        Files.move(home.resolveSibling("renamed"), home);

        try (EngineFixture next =
                new EngineFixture(home, fixture.edgeOne, Duration.ofMillis(200))) {
            assertThat(
                            next.engine
                                    .resume(next.connection, Progress.SILENT, new RunControl())
                                    .left())
                    .isEmpty();
            assertThat(fixture.accepted().stream().flatMap(j -> j.targets().stream()).toList())
                    .hasSize(2 * BATCHES)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everythingKnownIsSavedWithEveryTarget() throws Exception {
        CutRunException cut = cut(striking(Mishap.JOURNAL_REMOVED));
        assertThat(cut).isNotNull();
        Path file = folder.resolve("saved.txt");

        new CutText(Messages.in(Language.ENGLISH)).save(List.of(cut), file);

        List<String> lines = Files.readAllLines(file);
        for (CutBatch batch : cut.jobs().getFirst().batches()) {
            batch.targets().forEach(target -> assertThat(lines).contains("    " + target));
            if (batch.taskId() != null) {
                assertThat(lines).anyMatch(line -> line.contains(batch.taskId()));
            }
        }
    }
}
