package edgeone.purge.app;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.file.MigrationWatch.Stage;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

final class MigrationNoteTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long now = -5;
    private final MigrationNote note =
            new MigrationNote(
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    Messages.in(Language.ENGLISH),
                    () -> now);

    private String after(Duration time, Stage stage, int done) {
        said.reset();
        now += time.toNanos();
        note.told(stage, done, 1_000);
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsSoonOverIsNotMentionedAndWhatTakesLongerIsNowAndThen() {
        assertThat(after(Duration.ZERO, Stage.COPYING, 0)).isEmpty();
        assertThat(after(Duration.ofMillis(1_900), Stage.INDEXING, 1)).isEmpty();
        assertThat(after(Duration.ofMillis(100), Stage.INDEXING, 2)).contains("2 of 1,000 jobs");
        assertThat(after(Duration.ofSeconds(9), Stage.INDEXING, 3)).isEmpty();
        assertThat(after(Duration.ofSeconds(1), Stage.CHAINING, 4))
                .contains("4 of 1,000 jobs", "safe to stop");
    }
}
