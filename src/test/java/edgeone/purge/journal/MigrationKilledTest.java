package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.benchmark.JournalGenerator;
import edgeone.purge.journal.audit.ChainRepository;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.file.MigrationWatch.Stage;
import edgeone.purge.journal.file.Schema;
import edgeone.purge.journal.file.StoppedException;
import edgeone.purge.journal.sql.Sql;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A migration may end at any instant: the journal is the old one, and the next start migrates it.
 */
@Timeout(120)
final class MigrationKilledTest {
    private static final int JOBS = 120;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path home;
    private int targets;

    @BeforeEach
    void write() throws Exception {
        targets = new JournalGenerator(JOBS, 700).write(home);
    }

    @Test
    void aJournalWhoseMigrationWasKilledIsTheOldOneAndIsMigratedNext() throws Exception {
        Random random = new Random(20_261_126);
        // One before the copy, then in the index, then in the chain, and the last job.
        for (int step :
                new int[] {
                    1, 2 + random.nextInt(JOBS), 2 + JOBS + random.nextInt(JOBS), 2 * JOBS
                }) {
            assertThat(killed(step)).as("step %s", step).isEqualTo("here");

            assertThat(number("PRAGMA user_version")).isEqualTo(3);
            assertThat(number("SELECT count(*) FROM target")).isEqualTo(targets);
            assertThat(number("SELECT count(*) FROM sqlite_schema WHERE name = 'search'")).isZero();
        }

        migrated();
        for (Path copy : kept()) {
            try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
                assertThat(Sql.count(c, "SELECT count(*) FROM target")).isEqualTo(targets);
                assertThat(Sql.count(c, "PRAGMA user_version")).isEqualTo(3);
            }
        }
        assertThat(kept()).isNotEmpty();
    }

    private String killed(int step) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MigratingProcess.class.getName(),
                                home.toString(),
                                String.valueOf(step))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            return process.inputReader().readLine();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private int number(String sql) throws SQLException {
        try (Connection c =
                DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"))) {
            return Sql.count(c, sql);
        }
    }

    private void migrated() throws SQLException {
        try (Journal journal = Journal.open(home, CLOCK)) {
            assertThat(new ChainRepository(journal).verify(null, () -> false).isIntact()).isTrue();
        }
        assertThat(number("PRAGMA user_version")).isEqualTo(Schema.newest());
        assertThat(number("SELECT count(*) FROM target")).isEqualTo(targets);
        assertThat(number("SELECT sum(n_targets) FROM job")).isEqualTo(targets);
    }

    private List<Path> kept() throws IOException {
        try (var files = Files.list(home)) {
            return files.filter(f -> f.toString().matches(".*version-3-[0-9-]+")).toList();
        }
    }

    @Test
    void aMigrationThatIsStoppedLeavesTheOldJournalAndTellsHowFarItWas() throws Exception {
        Map<Stage, Integer> told = new EnumMap<>(Stage.class);
        try (Journal journal = Journal.of(home, CLOCK)) {
            assertThatThrownBy(
                            () ->
                                    journal.open(
                                            (stage, done, total) -> {
                                                told.put(stage, done);
                                                assertThat(total)
                                                        .isEqualTo(
                                                                stage == Stage.COPYING ? 0 : JOBS);
                                                if (stage == Stage.CHAINING && done == 50) {
                                                    throw new StoppedException();
                                                }
                                            }))
                    .isInstanceOf(StoppedException.class);
        }
        assertThat(told)
                .containsEntry(Stage.COPYING, 0)
                .containsEntry(Stage.INDEXING, JOBS - 1)
                .containsEntry(Stage.CHAINING, 50);
        assertThat(number("PRAGMA user_version")).isEqualTo(3);
        migrated();
    }
}
