package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmulatorOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** Jobs stay with the account that submitted them, even after it is renamed. */
@Timeout(180)
final class RenamedAccountCliTest {
    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home, EmulatorOptions.defaults());
        add("alpha");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void itsJobsAreShownUnderTheCurrentNameAndFoundByBoth() throws Exception {
        String job = purge("alpha", "a");
        rename();

        for (String name : List.of("beta", "alpha", "ALPHA")) {
            Ended jobs = run("jobs", "--account", name);
            assertThat(Shell.strings(jobs.json().get("jobs"), "job")).containsExactly(job);
            assertThat(Shell.strings(jobs.json().get("jobs"), "account")).containsExactly("beta");
        }
        assertThat(run("jobs", "--account", "gamma").json().get("jobs")).isEmpty();
        assertThat(run("export", job, "--format", "json", "--output", file("all.json")).exit())
                .isZero();
        assertThat(Path.of(file("all.json"))).content().contains("beta").doesNotContain("alpha");
        assertThat(run("support-bundle", "--output", file("help.zip")).exit()).isZero();
        try (var zip = new ZipFile(file("help.zip"))) {
            var entry = zip.getEntry("jobs.json");
            assertThat(zip.getInputStream(entry))
                    .asString(StandardCharsets.UTF_8)
                    .contains("\"beta\"")
                    .doesNotContain("alpha");
        }
        assertThat(run("follow", job, "--account", "beta").json().get("account").asString())
                .isEqualTo("beta");
    }

    @Test
    void itFollowsRetriesResumesAndCancelsWhatItSubmittedBefore() {
        shell.faults("row=timeout");
        String failed = purge("alpha", "failed", "--wait");
        shell.faults("CreatePurgeTask:lose-reply;DescribePurgeTasks:status=500");
        String lost = purge("alpha", "lost");
        rename();
        shell.faults("");

        Ended resumed = run("resume", "--account", "beta");
        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        assertThat(resumed.json().get("resolved").toString()).contains(lost);
        Ended followed = run("follow", lost, "--account", "beta");
        assertThat(followed.exit()).as(followed.toString()).isZero();
        Ended retried = run("retry", failed, "--account", "beta", "--wait");
        assertThat(retried.exit()).as(retried.toString()).isZero();
        assertThat(retried.json().get("account").asString()).isEqualTo("beta");
        assertThat(run("cancel", lost, "--account", "beta").exit()).isZero();
    }

    /** Also with the same key at the same endpoint. */
    @Test
    void anAccountAddedLaterUnderTheOldNameOwnsNothingOfIt() {
        shell.faults("row=timeout");
        String failed = purge("alpha", "failed", "--wait");
        shell.faults("");
        rename();
        add("alpha");

        assertNotAlphas(failed);
        assertThat(Shell.strings(run("jobs").json().get("jobs"), "account"))
                .containsExactly("beta");
    }

    @Test
    void anAccountThatIsRemovedAndAddedAgainIsAnother() {
        shell.faults("row=timeout");
        String failed = purge("alpha", "failed", "--wait");
        shell.faults("");
        assertThat(run("account", "remove", "alpha").exit()).isZero();
        add("alpha");

        assertNotAlphas(failed);
    }

    /** Even if renaming is the first thing done. */
    @Test
    void jobsOfAnEarlierVersionStayWithTheAccountToo() throws Exception {
        String job = purge("alpha", "a");
        asAnEarlierVersionLeftIt();
        rename();

        assertThat(Shell.strings(run("jobs").json().get("jobs"), "account"))
                .containsExactly("beta");
        assertThat(run("follow", job, "--account", "beta").exit()).isZero();
        add("alpha");
        assertNotAlphas(job);
    }

    private void assertNotAlphas(String job) {
        for (String command : List.of("follow", "retry")) {
            Ended refused = run(command, job, "--account", "alpha");
            assertThat(refused.exit()).as(refused.toString()).isEqualTo(2);
            assertThat(refused.err()).contains("account");
        }
    }

    private void asAnEarlierVersionLeftIt() throws SQLException {
        try (Connection c =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("journal.db"));
                Statement statement = c.createStatement()) {
            statement.executeUpdate("UPDATE job SET account_id = NULL");
            statement.executeUpdate("DELETE FROM account");
        }
    }

    private String file(String name) {
        return home.resolve(name).toString();
    }

    private void rename() {
        Ended renamed = run("account", "rename", "alpha", "beta");
        assertThat(renamed.exit()).as(renamed.toString()).isZero();
    }

    private String purge(String account, String page, String... more) {
        List<String> command = new ArrayList<>(List.of("purge", "--account", account));
        command.addAll(List.of("--type", "purge_url", "--zone", "example.com"));
        command.addAll(List.of("--target", Shell.PAGE + page));
        command.addAll(List.of(more));
        return Shell.job(run(command.toArray(String[]::new)));
    }

    private void add(String name) {
        String input = shell.edgeOne.secretKey() + "\nopen sesame\n";
        List<String> command = new ArrayList<>(List.of("account", "add", name));
        command.addAll(List.of("--site", shell.endpoint, "--secret-id", shell.edgeOne.secretId()));
        command.addAll(List.of("--store", "file"));
        Ended added = run(input, command);
        assertThat(added.exit()).as(added.toString()).isZero();
    }

    private Ended run(String... command) {
        return run("open sesame\n", List.of(command));
    }

    private Ended run(String input, List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--home", home.toString(), "--json", "--lang", "en", "--settle", "0.2"));
        shell.environment.clear();
        return RealProgram.run(
                shell.environment,
                input.getBytes(StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }
}
