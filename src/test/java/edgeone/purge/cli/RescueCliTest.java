package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;

/** A damaged journal is named with what to do, saved as far as it can be read, and used again. */
final class RescueCliTest {
    private static final int PAGE = 4_096;

    @TempDir private Path home;
    @TempDir private Path folder;
    private Shell shell;
    private Path journal;
    private Path saved;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        journal = home.resolve("journal.db");
        saved = folder.resolve("saved.db");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void flip(String table) throws Exception {
        int page;
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = c.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT rootpage FROM sqlite_schema WHERE name = '"
                                        + table
                                        + "'")) {
            page = row.getInt(1);
        }
        flip(page);
    }

    private void flip(int page) throws IOException {
        byte[] file = Files.readAllBytes(journal);
        for (int i = (page - 1) * PAGE; i < page * PAGE; i++) {
            file[i] = (byte) ~file[i];
        }
        Files.write(journal, file);
    }

    @Test
    void whatIsSavedIsNamedAndCanBeUsed() throws Exception {
        String job = Shell.job(shell.purgeUrls("a", "b"));
        flip("request");
        byte[] before = Files.readAllBytes(journal);

        Ended ended = shell.run("rescue", "--output", saved.toString());

        assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
        JsonNode json = ended.json();
        assertThat(Shell.names(json)).containsExactlyInAnyOrder("file", "jobs", "targets", "lost");
        assertThat(json.get("file").asString()).isEqualTo(saved.toString());
        assertThat(json.get("jobs").asInt()).isEqualTo(1);
        assertThat(json.get("targets").asInt()).isEqualTo(2);
        assertThat(json.get("lost").get(0).get("what").asString()).isEqualTo("requests");
        assertThat(json.get("lost").get(0).has("job")).isFalse();
        assertThat(Files.readAllBytes(journal)).isEqualTo(before);

        Files.move(saved, journal, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Shell.strings(shell.run("jobs").json().get("jobs"), "job")).containsExactly(job);
        assertThat(shell.run("targets", job).json().get("targets")).hasSize(2);
        assertThat(shell.run("follow", job).exit()).isZero();
        assertThat(shell.run("audit", "verify").exit()).isZero();
    }

    @Test
    void aDamagedJournalSaysWhatToDo() throws Exception {
        String job = Shell.job(shell.purgeUrls("a"));
        flip("target");

        Ended damaged = shell.run("targets", job);

        assertThat(damaged.exit()).isEqualTo(2);
        assertThat(damaged.err()).contains("rescue --output");
        assertThat(damaged.json().get("error").get("code").asString()).isEqualTo("Journal.DAMAGED");
        JsonNode lost = shell.run("rescue", "--output", saved.toString()).json().get("lost");
        assertThat(Shell.strings(lost, "what")).containsExactly("targets");
        assertThat(Shell.strings(lost, "job")).containsExactly(job);
        assertThat(lost.get(0).get("from").asInt()).isEqualTo(1);
        assertThat(lost.get(0).get("to").asInt()).isEqualTo(1);
    }

    @Test
    void aFileThatWasSetAsideIsReadToo() throws Exception {
        shell.purgeUrls("a");
        byte[] file = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(file, file.length - PAGE));

        Ended aside = shell.run("jobs");

        assertThat(aside.exit()).isEqualTo(2);
        assertThat(aside.err()).contains("edgeone-purge rescue");
        Path kept;
        try (var files = Files.list(home)) {
            kept =
                    files.filter(f -> f.toString().matches(".*not-a-database-[0-9-]+"))
                            .findFirst()
                            .orElseThrow();
        }
        Ended ended = shell.run("rescue", kept.toString(), "--output", saved.toString());
        assertThat(ended.exit()).as(ended.err()).isIn(0, 3);
        assertThat(ended.json().get("jobs").asInt()).isEqualTo(1);
    }

    @Test
    void whereNothingCanBeSavedNothingIsWritten() throws Exception {
        Ended none = shell.run("rescue", "--output", saved.toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("journal.db");
        shell.purgeUrls("a");
        flip(1);

        Ended ended = shell.run("rescue", "--output", saved.toString());

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("Nothing can be read");
        assertThat(folder).isEmptyDirectory();
        Files.writeString(saved, "mine");
        assertThat(shell.run("rescue", "--output", saved.toString()).exit()).isEqualTo(2);
        assertThat(saved).hasContent("mine");
    }
}
