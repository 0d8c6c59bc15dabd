package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

/** A home folder that cannot be used costs nothing and sends nothing. */
final class HomeCliTest {
    @TempDir private Path folder;
    private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void assertRefused(Ended ended, String... said) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(said).doesNotContain("\tat ");
        assertThat(shell.edgeOne.calls()).as("nothing was sent").isEmpty();
    }

    @Test
    void aJournalThatIsNotADatabaseIsMovedAsideAndNamed() throws Exception {
        Files.createDirectories(home);
        String content = "dear diary, this is not a database at all ".repeat(100);
        Files.writeString(home.resolve("journal.db"), content);

        Ended ended = shell.purgeUrls("a");

        List<Path> aside;
        try (var files = Files.list(home)) {
            aside = files.filter(f -> f.toString().contains("not-a-database")).toList();
        }
        assertThat(aside).hasSize(1);
        assertRefused(ended, aside.getFirst().toString());
        assertThat(aside.getFirst()).hasContent(content);
        assertThat(ended.json().get("error").get("code").asString()).isNotBlank();

        assertThat(shell.purgeUrls("a").exit()).as("the next run").isZero();
    }

    @Test
    void aJournalOfANewerVersionIsLeftAlone() throws Exception {
        assertThat(shell.purgeUrls("a").exit()).isZero();
        Path file = home.resolve("journal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA user_version = 99");
        }
        byte[] before = Files.readAllBytes(file);
        int calls = shell.edgeOne.calls().size();

        Ended ended = shell.purgeUrls("b");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains(file.toString(), "newer version");
        assertThat(shell.edgeOne.calls()).hasSize(calls);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void anEmptyJournalFileIsANewJournal() throws Exception {
        Files.createDirectories(home);
        Files.createFile(home.resolve("journal.db"));

        assertThat(shell.purgeUrls("a").exit()).isZero();
    }

    @Test
    void aFileIsNotAHomeFolder() throws Exception {
        Files.writeString(home, "a file");

        assertRefused(shell.purgeUrls("a"), home.toString());
        assertRefused(shell.run("jobs"), home.toString());
        assertThat(home).hasContent("a file");
    }

    @Test
    void aFolderBelowAFileIsNotAHomeFolder() throws Exception {
        Files.writeString(home, "a file");
        Path below = home.resolve("deep");

        Ended ended = shell.plain("jobs", "--lang", "en", "--home", below.toString());

        assertRefused(ended, below.toString());
    }

    @Test
    void aFolderIsNotAJournal() throws Exception {
        Files.createDirectories(home.resolve("journal.db"));

        assertRefused(shell.purgeUrls("a"), home.resolve("journal.db").toString());
    }

    @Test
    void aTruncatedJournalIsNotTreatedAsEmpty() throws Exception {
        assertThat(shell.purgeUrls("a").exit()).isZero();
        Path file = home.resolve("journal.db");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 600));
        int calls = shell.edgeOne.calls().size();

        Ended ended = shell.purgeUrls("b");

        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains("journal.db").doesNotContain("\tat ");
        assertThat(shell.edgeOne.calls()).hasSize(calls);
    }

    @Test
    void filesAreForTheOwnerOnly() throws Exception {
        assertThat(shell.purgeUrls("a").exit()).isZero();

        assertThat(Files.getPosixFilePermissions(home))
                .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
        for (String name : List.of("journal.db", "log", "rate")) {
            assertThat(Files.getPosixFilePermissions(home.resolve(name)).toString())
                    .as(name)
                    .doesNotContain("GROUP", "OTHERS");
        }
    }
}
