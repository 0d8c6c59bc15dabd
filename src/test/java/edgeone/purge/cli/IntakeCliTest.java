package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** {@code purge --format}, {@code --base-url}, {@code --twins}, and {@code explain}. */
final class IntakeCliTest {
    private static final String SITEMAP =
            "<urlset><url><loc>http://www.example.com/a</loc></url><url><loc/></url>"
                    + "<url><loc>http://www.example.com/b</loc></url></urlset>";

    @TempDir private Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home.resolve("home"));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Ended plan(String type, String text, String... more) {
        String[] arguments = new String[more.length + 8];
        String[] first = {
            "purge", "--zone", "example.com", "--type", type, "--targets-file", "-", "--dry-run"
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return shell.withInput(text, arguments);
    }

    private static JsonNode intake(Ended ended) {
        return ended.json().get("plan").get("intake");
    }

    private static void assertRefused(Ended ended, String... said) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(said);
    }

    @Test
    void aSitemapIsDetectedReadAndPurged() {
        Ended ended =
                shell.withInput(
                        SITEMAP,
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--targets-file",
                        "-",
                        "--format",
                        "auto",
                        "--wait");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(shell.edgeOne.accepted().getFirst().targets())
                .containsExactly("http://www.example.com/a", "http://www.example.com/b");
        assertThat(ended.err()).contains("Read as sitemap: 2 found, 1 left out");
        JsonNode intake = ended.json().get("intake");
        assertThat(intake.get("format").asString()).isEqualTo("sitemap");
        assertThat(intake.get("found").asInt()).isEqualTo(2);
        JsonNode left = intake.get("leftOut").get(0);
        assertThat(left.get("line").asInt()).isEqualTo(1);
        assertThat(left.get("text").asString()).isEmpty();
        assertThat(left.get("why").asString()).isEqualTo("empty");
    }

    @Test
    void withoutAFormatEveryLineStaysATarget() {
        Ended ended = plan("purge_url", "url,hits\nhttp://www.example.com/a,17\n");
        assertRefused(ended, "line 1");
        assertThat(intake(ended).get("format").asString()).isEqualTo("lines");
        assertThat(intake(ended).get("found").asInt()).isEqualTo(2);
        assertThat(ended.err()).doesNotContain("Read as");
    }

    @Test
    void problemsNameTheLineInTheFile() {
        String table = "url,hits\nhttp://www.example.com/a,17\n\n\"http://other.org/\",3\n";
        JsonNode problem =
                plan("purge_url", table, "--format", "csv")
                        .json()
                        .get("plan")
                        .get("problems")
                        .get(0);
        assertThat(problem.get("line").asInt()).isEqualTo(4);
        assertThat(problem.get("kind").asString()).isEqualTo("foreign_host");
    }

    @Test
    void anAmbiguousFormatMustBeChosen() {
        String text = "http://www.example.com/a,17\nhttp://www.example.com/b,3\n";
        assertRefused(plan("purge_url", text, "--format", "auto"), "lines, csv", "--format");
        Ended csv = plan("purge_url", text, "--format", "csv");
        assertThat(csv.exit()).isZero();
        assertThat(csv.json().get("plan").get("targets").asInt()).isEqualTo(2);
    }

    @Test
    void autoRemovesWhatSurroundsTargetsAndListsIt() {
        String text =
                "- <http://www.example.com/a>\nhttp://www.example.com/b http://www.example.com/c\n";
        Ended lines = plan("purge_url", text);
        assertRefused(lines, "line 1", "line 2");
        List<String> kinds = Shell.strings(lines.json().get("plan").get("problems"), "kind");
        assertThat(kinds).containsExactly("wrapping", "several_targets");
        JsonNode fixes = lines.json().get("plan").get("problems").get(1).get("fixes");
        assertThat(fixes.get(0).asString())
                .isEqualTo("http://www.example.com/b\nhttp://www.example.com/c");
        Ended auto = plan("purge_url", text, "--format", "auto");
        assertThat(auto.exit()).as(auto.toString()).isZero();
        JsonNode plan = auto.json().get("plan");
        assertThat(plan.get("targets").asInt()).isEqualTo(3);
        assertThat(Shell.strings(plan.get("rewrites"), "after"))
                .containsExactly(
                        "http://www.example.com/a",
                        "http://www.example.com/b",
                        "http://www.example.com/c");
    }

    @Test
    void aBaseCompletesPaths() {
        String diff = "M\tdocs/a.html\nR100\told.html\tnew.html\n";
        assertRefused(plan("purge_url", diff, "--format", "auto"), "--base-url");
        Ended ended =
                plan(
                        "purge_url",
                        diff,
                        "--format",
                        "auto",
                        "--base-url",
                        "http://www.example.com/x");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("plan").get("targets").asInt()).isEqualTo(3);
    }

    @Test
    void twinsAreAddedOnlyOnRequest() {
        String text = "http://www.example.com/a?x\n";
        assertThat(plan("purge_url", text).json().get("plan").has("twins")).isFalse();
        JsonNode plan = plan("purge_url", text, "--twins", "scheme,slash,query").json().get("plan");
        assertThat(plan.get("twins").asInt()).isEqualTo(7);
        assertThat(plan.get("targets").asInt()).isEqualTo(8);
        JsonNode directory =
                plan("purge_prefix", "http://www.example.com/a/", "--twins", "scheme,slash,query")
                        .json()
                        .get("plan");
        assertThat(directory.get("twins").asInt()).isEqualTo(1);
    }

    @Test
    void aPackedFileIsUnpacked() throws IOException {
        Path file = home.resolve("map.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(SITEMAP.getBytes(StandardCharsets.UTF_8));
        }
        Ended ended =
                shell.run(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--format",
                        "auto",
                        "--targets-file",
                        file.toString(),
                        "--dry-run");
        assertThat(intake(ended).get("found").asInt()).as(ended.toString()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "purge_url       | --format=xlsx            | Unknown format",
                "purge_url       | --base-url=example.com   | Invalid --base-url",
                "purge_url       | --twins=port             | Unknown kind of twin",
                "purge_host      | --twins=scheme           | only applies to",
                "purge_cache_tag | --format=sitemap         | as lines",
                "purge_url       | --format=json            | damaged",
                "purge_url       | --format=sitemap         | not a sitemap",
            })
    void invalidOptionsAreRefusedBeforeAnythingIsSent(String type, String option, String said) {
        assertRefused(plan(type, "http://www.example.com/a", option), said, "Nothing was sent");
        assertThat(shell.calls("CreatePurgeTask")).isZero();
    }

    @Test
    void explainLeadsFromTheLineToWhatIsSent() {
        Ended ended =
                shell.run(
                        "explain",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "HTTP://WWW.example.com:80/a b",
                        "http://www.example.com/a#b",
                        "http://www.example.com/*.css",
                        "http://me:secret@www.example.com/");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        JsonNode first = ended.json().get("targets").get(0);
        assertThat(first.get("target").asString()).isEqualTo("HTTP://WWW.example.com:80/a b");
        assertThat(first.get("sent").asString()).isEqualTo("http://www.example.com/a%20b");
        assertThat(Shell.strings(first.get("rewrites"), "kind"))
                .containsExactly("scheme_case", "host_case", "default_port", "encoded");
        assertThat(first.get("rewrites").get(0).get("before").asString())
                .isEqualTo("HTTP://WWW.example.com:80/a b");
        assertThat(first.get("rewrites").get(3).get("after").asString())
                .isEqualTo("http://www.example.com/a%20b");
        assertThat(first.get("twins").valueStream().map(JsonNode::asString))
                .contains("https://www.example.com/a%20b", "http://www.example.com/a%20b/");
        JsonNode second = ended.json().get("targets").get(1);
        assertThat(second.has("sent")).isFalse();
        assertThat(second.get("problem").get("kind").asString()).isEqualTo("fragment");
        assertThat(second.get("problem").get("fixes").valueStream().map(JsonNode::asString))
                .containsExactly("http://www.example.com/a", "http://www.example.com/a%23b");
        JsonNode third = ended.json().get("targets").get(2);
        assertThat(third.get("remarks").get(0).get("kind").asString()).isEqualTo("wildcard");
        assertThat(ended.toString()).doesNotContain("secret@");
        assertThat(shell.calls("CreatePurgeTask")).isZero();
    }

    @Test
    void aWholeZoneHasNothingToExplain() {
        assertRefused(
                shell.run("explain", "--zone", "example.com", "--type", "purge_all", "x"),
                "purge_all");
    }
}
