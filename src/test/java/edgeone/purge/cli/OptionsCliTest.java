package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Options of every command, the choice of the account, and the language of messages. */
final class OptionsCliTest {
    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        String where = home.toString();
        Ended after =
                shell.plain(
                        "zones",
                        "--json",
                        "--home",
                        where,
                        "--endpoint",
                        shell.endpoint,
                        "--lang",
                        "en",
                        "--settle",
                        "1");
        Ended before =
                shell.plain(
                        "--json",
                        "--home=" + where,
                        "--endpoint=" + shell.endpoint,
                        "--lang=en",
                        "--settle=1",
                        "zones");

        assertThat(after.exit()).as(after.toString()).isZero();
        assertThat(before).isEqualTo(after);
        assertThat(after.json().get("zones")).isNotEmpty();
    }

    @Test
    void theHomeFolderMayComeFromTheEnvironment() {
        Path other = home.resolve("other");
        shell.environment.put("EDGEONE_PURGE_HOME", other.toString());

        assertThat(shell.plain("jobs").exit()).isZero();
        assertThat(other.resolve("journal.db")).exists();

        Path named = home.resolve("named");
        assertThat(shell.plain("jobs", "--home", named.toString()).exit()).isZero();
        assertThat(named.resolve("journal.db")).exists();
    }

    @Test
    void theVersionIsShownBeforeAndAfterACommand() {
        for (List<String> arguments :
                List.of(
                        List.of("--version"),
                        List.of("jobs", "--version"),
                        List.of("--version", "jobs"))) {
            Ended ended = shell.plain(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(arguments.toString()).isZero();
            assertThat(ended.out()).as(arguments.toString()).contains(RealProgram.VERSION);
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(shell.plain("--home", home.toString()).exit()).isEqualTo(RealProgram.WINDOW);
        assertThat(shell.plain("--tour", home.toString()).exit()).isEqualTo(RealProgram.WINDOW);
        assertThat(shell.plain("jobs", "--tour", home.toString()).exit()).isEqualTo(2);
    }

    @Test
    void wrongOptionsAreRefused() {
        for (List<String> arguments :
                List.of(
                        List.of("--lang", "fr", "jobs"),
                        List.of("jobs", "--settle", "-1"),
                        List.of("jobs", "--settle", "soon"),
                        List.of("jobs", "--nonsense"),
                        List.of("nonsense"),
                        List.of("jobs", "--hom", "x"))) {
            Ended ended = shell.plain(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).as(arguments.toString()).isNotBlank();
        }
    }

    @Test
    void anArgumentTheLocaleCannotDecodeIsRefused() {
        Ended ended = shell.purgeUrls("caf\uFFFD");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("locale", "--targets-file");
        assertThat(shell.edgeOne.calls()).isEmpty();
    }

    @Test
    void speaksChineseAndKeepsJsonInAscii() {
        Ended ended =
                shell.plain(
                        "--lang",
                        "zh",
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--target",
                        "www.example.com/中文",
                        "--dry-run",
                        "--json",
                        "--home",
                        home.toString(),
                        "--endpoint",
                        shell.endpoint);

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("未发送");
        assertThat(ended.out()).matches("\\p{ASCII}*").contains("\\u");
        JsonNode problem = ended.json().get("plan").get("problems").get(0);
        assertThat(problem.get("target").asString()).isEqualTo("www.example.com/中文");
        assertThat(problem.get("problem").asString()).contains("http");
    }

    @Test
    void asksEdgeOneToAnswerInTheSameLanguage() {
        shell.faults("CreatePurgeTask:error=InvalidParameter.ZoneHasNoDomain");
        Ended ended =
                shell.plain(
                        "purge",
                        "--lang",
                        "zh",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--target",
                        Shell.PAGE,
                        "--home",
                        home.toString(),
                        "--endpoint",
                        shell.endpoint);

        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.out()).containsPattern("\\p{IsHan}");
        assertThat(ended.err()).containsPattern("\\p{IsHan}");
    }

    @Test
    void aHalfSetEnvironmentIsRefused() {
        for (String missing : List.of("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY")) {
            String value = shell.environment.remove(missing);
            Ended ended = shell.run("zones");
            assertThat(ended.exit()).as(missing).isEqualTo(2);
            assertThat(ended.err()).contains(missing);
            shell.environment.put(missing, "  ");
            assertThat(shell.run("zones").exit()).as("blank " + missing).isEqualTo(2);
            shell.environment.put(missing, value);
        }
        shell.environment.clear();
        shell.environment.put("TENCENTCLOUD_TOKEN", "alone");
        assertThat(shell.run("zones").exit()).isEqualTo(2);
        assertThat(shell.edgeOne.calls()).isEmpty();
    }

    @Test
    void anEndpointWithoutAnAccountIsRefused() {
        shell.environment.clear();

        Ended ended = shell.run("zones");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("TENCENTCLOUD_SECRET_ID");
        assertThat(shell.edgeOne.calls()).isEmpty();
    }

    @Test
    void anUnknownAccountIsRefused() {
        Ended ended = shell.run("zones", "--account", "nobody");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("nobody");
        assertThat(shell.edgeOne.calls()).isEmpty();
    }

    @Test
    void plainHttpIsAllowedForThisMachineOnly() {
        for (String endpoint :
                List.of(
                        "http://teo.tencentcloudapi.com",
                        "http://10.0.0.1:8080",
                        "http://127.0.0.1.example.com",
                        "ftp://127.0.0.1",
                        "https://me:x@host",
                        "")) {
            shell.endpoint = endpoint;
            Ended ended = shell.run("zones");
            assertThat(ended.exit()).as(endpoint).isEqualTo(2);
            assertThat(ended.err()).as(endpoint).isNotBlank().doesNotContain("me:x");
        }
        shell.endpoint = "http://localhost:" + shell.edgeOne.endpoint().getPort();
        assertThat(shell.run("zones").exit()).isZero();
    }

    @Test
    void theDemoPurgesNothingRealAndPersists() {
        shell.environment.clear();
        Ended purged =
                demo(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--target",
                        Shell.PAGE);
        assertThat(purged.exit()).as(purged.toString()).isZero();
        assertThat(purged.err()).contains("demo: nothing real is purged");
        assertThat(purged.json().get("account").asString()).isEqualTo("demo");
        String job = Shell.job(purged);

        Ended followed = demo("follow", job);

        assertThat(followed.exit()).as(followed.toString()).isZero();
        assertThat(followed.json().get("state").asString()).isEqualTo("succeeded");
        assertThat(Files.isDirectory(home.resolve("demo"))).isTrue();
        assertThat(Shell.strings(demo("zones").json().get("zones"), "zoneId"))
                .isEqualTo(Shell.strings(demo("zones").json().get("zones"), "zoneId"))
                .contains(purged.json().get("zone").asString());
        assertThat(demo("resume").exit()).isZero();
    }

    private Ended demo(String... arguments) {
        String[] all = new String[arguments.length + 5];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        String[] more = {"--json", "--lang", "en", "--home", home.toString()};
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return shell.plain(all);
    }

    @Test
    void writesTextForPeople() {
        String job = Shell.job(shell.purgeUrls("a"));
        for (List<String> arguments :
                List.of(
                        List.of("zones"),
                        List.of("quota", "--zone", "example.com"),
                        List.of("jobs"),
                        List.of("targets", job),
                        List.of("follow", job),
                        List.of("resume"))) {
            String[] all = new String[arguments.size() + 4];
            arguments.toArray(all);
            all[arguments.size()] = "--home";
            all[arguments.size() + 1] = home.toString();
            all[arguments.size() + 2] = "--endpoint";
            all[arguments.size() + 3] = shell.endpoint;
            Ended ended = shell.plain(all);
            assertThat(ended.exit()).as(arguments.toString()).isZero();
            assertThat(ended.out()).as(arguments.toString()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void noKeyIsEverWrittenAnywhere() throws Exception {
        String key = shell.environment.get("TENCENTCLOUD_SECRET_KEY");
        shell.environment.put("EDGEONE_PURGE_DEBUG", "1");
        Ended ended = shell.purgeUrls("a");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out() + ended.err()).doesNotContain(key);
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(
                                new String(
                                        Files.readAllBytes(file),
                                        java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(key);
            }
        }
    }
}
