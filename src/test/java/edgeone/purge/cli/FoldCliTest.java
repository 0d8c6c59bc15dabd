package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code explain --fold}: the directories of many URLs, and what else each would hit. */
final class FoldCliTest {
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

    private Ended explain(String list, String... more) {
        String[] arguments =
                Stream.concat(
                                Stream.of("explain", "--zone", "example.com", "--type"),
                                Stream.of(more))
                        .toArray(String[]::new);
        return shell.withInput(list, arguments);
    }

    @Test
    void otherUrlsOfTheListAndOfTheJournalAreCounted() {
        assertThat(shell.purgeUrls("shop/1", "shop/old/7", "shop/3", "blog/1").exit()).isZero();
        String list = String.join("\n", Shell.PAGE + "shop/1", Shell.PAGE + "shop/3", "", "x");
        Ended ended =
                explain(
                        list,
                        "purge_url",
                        "--fold",
                        "--targets-file",
                        "-",
                        Shell.PAGE + "shop/1",
                        Shell.PAGE + "shop/2");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("targets").size()).isEqualTo(2);
        JsonNode folds = ended.json().get("folds");
        assertThat(folds.size()).isEqualTo(1);
        assertThat(folds.get(0).get("directory").asString()).isEqualTo(Shell.PAGE + "shop/");
        assertThat(folds.get(0).get("urls").asInt()).isEqualTo(2);
        assertThat(folds.get(0).get("others").get("list").asInt()).isEqualTo(1);
        assertThat(folds.get(0).get("others").get("journal").asInt()).isEqualTo(1);
        assertThat(ended.json().get("journalSearched").asString()).isEqualTo("all");
        assertThat(shell.edgeOne.accepted()).as("explaining sends nothing").hasSize(1);
    }

    @Test
    void withoutATargetTheWholeListIsExplainedAndFolded() {
        String list = Shell.PAGE + "a/1\n\n" + Shell.PAGE + "a/2\n" + Shell.PAGE + "top\n";
        JsonNode json = explain(list, "purge_url", "--fold", "--targets-file", "-").json();
        assertThat(Shell.strings(json.get("targets"), "sent")).hasSize(3);
        assertThat(Shell.strings(json.get("folds"), "directory"))
                .containsExactly(Shell.PAGE + "a/");
        assertThat(explain(list, "purge_url", "--targets-file", "-").json().has("folds")).isFalse();
    }

    @Test
    void onlyUrlsCanBeFolded() {
        for (String type : List.of("purge_prefix", "purge_host", "purge_cache_tag")) {
            Ended ended = explain("", type, "--fold", Shell.PAGE);
            assertThat(ended.exit()).isEqualTo(2);
            assertThat(ended.err()).contains("--fold only applies to URLs");
        }
        Ended nothing = explain("", "purge_url", "--fold");
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.err()).contains("Give targets to explain");
    }
}
