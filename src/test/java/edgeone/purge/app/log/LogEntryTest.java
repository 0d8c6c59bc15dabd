package edgeone.purge.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

final class LogEntryTest {
    /** Neither a message nor an exception, its cause or a suppressed one can start a line. */
    @Test
    void loggedTextCannotForgeAnEntry() {
        String words = "said\n2026-01-01 INFO forged: \u001B[2J\u202E\r";
        LogRecord entry = new LogRecord(Level.WARNING, "reply {0}");
        entry.setLoggerName("edgeone.purge");
        entry.setParameters(new Object[] {words});
        IllegalStateException thrown =
                new IllegalStateException(words, new IllegalArgumentException(words));
        thrown.addSuppressed(new IllegalStateException(words));
        entry.setThrown(thrown);

        List<String> lines = new LogEntry(said -> said).format(entry).lines().toList();

        assertThat(lines.getFirst())
                .contains("WARNING edgeone.purge: reply said\\u{A}2026")
                .endsWith("\\u{1B}[2J\\u{202E}\\u{D}");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(l -> l.matches("(\tat |Suppressed: |Caused by: |java\\.lang\\.).*"))
                .anyMatch(l -> l.startsWith("Caused by: java.lang.IllegalArgumentException: said"))
                .noneMatch(l -> l.contains("\u001B") || l.contains("\u202E"));
    }

    /** An escaped secret would no longer be recognised. */
    @Test
    void secretsAreRemovedBeforeTextIsEscaped() {
        LogRecord entry = new LogRecord(Level.INFO, "key a\u200Bb");
        assertThat(new LogEntry(said -> said.replace("a\u200Bb", "***")).format(entry))
                .endsWith("key ***" + System.lineSeparator());
    }
}
