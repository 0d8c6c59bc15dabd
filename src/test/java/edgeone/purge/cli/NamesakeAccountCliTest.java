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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Accounts with the same name now or earlier are kept apart, and found in any spelling. */
@Timeout(180)
final class NamesakeAccountCliTest {
    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home, EmulatorOptions.defaults());
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void jobsOfARemovedAccountDifferFromThoseOfItsNamesake() throws Exception {
        add("alpha");
        String first = Shell.job(purge("alpha"));
        assertThat(run("account", "remove", "alpha").exit()).isZero();
        add("alpha");
        Ended purged = purge("alpha");
        String second = Shell.job(purged);

        JsonNode account = run("account", "list").json().get("accounts").get(0);
        String id = account.get("id").asString();
        assertThat(purged.json().get("accountId").asString()).isEqualTo(id);
        JsonNode jobs = run("jobs").json().get("jobs");
        assertThat(Shell.strings(jobs, "job")).containsExactly(second, first);
        assertThat(Shell.strings(jobs, "account")).containsExactly("alpha", "alpha");
        assertThat(jobs.get(0).get("accountId").asString()).isEqualTo(id);
        assertThat(jobs.get(1).get("accountId").asString()).isNotBlank().isNotEqualTo(id);

        Path file = home.resolve("jobs.json");
        run("export", second, "--format", "json", "--output", file.toString());
        JsonNode exported = new JsonMapper().readTree(Files.readString(file)).get("jobs").get(0);
        assertThat(exported.get("accountId").asString()).isEqualTo(id);
    }

    /** As accepted for signing in. */
    @Test
    void jobsAreFoundByEverySpellingThatSignsIn() {
        add("Ärger");
        String job = Shell.job(purge("Ärger"));
        for (String spelling : List.of("Ärger", "ärger", "ÄRGER", "ä\uff52ger", "a\u0308rger")) {
            assertThat(purge(spelling, "--dry-run").exit()).as(spelling).isZero();
            JsonNode jobs = run("jobs", "--account", spelling).json().get("jobs");
            assertThat(Shell.strings(jobs, "job")).as(spelling).containsExactly(job);
        }
        assertThat(run("jobs", "--account", "arger").json().get("jobs")).isEmpty();
    }

    private Ended purge(String account, String... more) {
        List<String> command = new ArrayList<>(List.of("purge", "--account", account));
        command.addAll(List.of("--type", "purge_url", "--zone", "example.com"));
        command.addAll(List.of("--target", Shell.PAGE + "a"));
        command.addAll(List.of(more));
        return run(command.toArray(String[]::new));
    }

    private void add(String name) {
        List<String> command = new ArrayList<>(List.of("account", "add", name));
        command.addAll(List.of("--site", shell.endpoint, "--secret-id", shell.edgeOne.secretId()));
        command.addAll(List.of("--store", "file"));
        Ended added = run(shell.edgeOne.secretKey() + "\nopen sesame\n", command);
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
