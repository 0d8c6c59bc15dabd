package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The next process finds everything a dead one had written. */
final class JournalCrashTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path home;
    @TempDir private Path copy;

    @Test
    void whatIsOnlyInTheWriteAheadLogIsRead() throws Exception {
        try (Journal journal = Journal.open(home, CLOCK);
                Owners owners = Owners.register(home)) {
            Job job =
                    new Job(
                            "a",
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
            Repositories.of(journal, owners, CLOCK).jobs().create(job, List.of(List.of("x")));
            for (String name : List.of("journal.db", "journal.db-wal")) {
                Files.copy(home.resolve(name), copy.resolve(name));
            }
        }

        try (Journal journal = Journal.open(copy, CLOCK);
                Owners owners = Owners.register(copy)) {
            assertThat(Repositories.of(journal, owners, CLOCK).jobs().find("a")).isPresent();
        }
    }
}
