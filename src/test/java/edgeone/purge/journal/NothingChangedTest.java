package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.sql.Sql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The chain records what changed, once; what changes nothing adds nothing to it. */
final class NothingChangedTest {
    @TempDir private Path home;

    private OpenJournal journal;

    @BeforeEach
    void open() throws Exception {
        journal = new OpenJournal(home);
        journal.create("j", List.of("a"));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void aJobIsCanceledAndEndsOnce() {
        journal.jobs.cancel("j");
        assertThat(entries("cancel")).isOne();
        assertThat(entries("ended")).isOne();
        journal.jobs.cancel("j");

        assertThat(entries("cancel")).isOne();
        assertThat(entries("ended")).isOne();
    }

    @Test
    void aBatchThatMayNotBeSentLeavesNoTrace() {
        journal.jobs.cancel("j");
        int before = entries("batch");

        assertThat(journal.batches.startSending("j", 1, Instant.EPOCH, Instant.EPOCH)).isFalse();
        assertThat(entries("batch")).isEqualTo(before);
    }

    private int entries(String kind) {
        return journal.file()
                .read(c -> Sql.count(c, "SELECT count(*) FROM entry WHERE kind = ?", kind));
    }
}
