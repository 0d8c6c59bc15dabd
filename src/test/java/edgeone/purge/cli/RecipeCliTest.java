package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code recipe …} and {@code purge --recipe}. */
final class RecipeCliTest {
    private static final String LINE = Shell.PAGE + "${V}/app.js";

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private Ended save(String name, String... more) {
        return run(Stream.of("recipe", "save", name, "--zone", "example.com"), more);
    }

    private Ended purge(String name, String... more) {
        return run(Stream.of("purge", "--recipe", name), more);
    }

    private Ended run(Stream<String> first, String... more) {
        return shell.run(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
    }

    private static JsonNode only(Ended ended) {
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.json().get("recipes").size()).isEqualTo(1);
        return ended.json().get("recipes").get(0);
    }

    private static void assertRefused(Ended ended, String... said) {
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).contains(said);
    }

    @Test
    void aRecipeIsSavedListedRunAndRemoved() {
        JsonNode saved = only(save("nightly", "--type", "purge_url", "--target", LINE));
        String zone = shell.edgeOne.zones().getFirst().id();
        assertThat(saved.get("name").asString()).isEqualTo("nightly");
        assertThat(saved.get("zone").asString()).isEqualTo(zone);
        assertThat(saved.get("type").asString()).isEqualTo("purge_url");
        assertThat(saved.has("method")).isFalse();
        assertThat(saved.get("targets").asInt()).isEqualTo(1);
        assertThat(saved.get("variables").get(0).asString()).isEqualTo("V");
        assertThat(only(shell.run("recipe", "list"))).isEqualTo(saved);
        JsonNode shown = only(shell.run("recipe", "show", "Nightly"));
        assertThat(shown.get("lines").get(0).asString()).isEqualTo(LINE);

        Ended run = purge("nightly", "--var", "V=1.2", "--wait", "--note", "release");
        assertThat(run.exit()).as(run.toString()).isZero();
        assertThat(run.json().get("recipe").asString()).isEqualTo("nightly");
        assertThat(run.json().get("note").asString()).isEqualTo("release");
        assertThat(shell.edgeOne.accepted().getFirst().targets())
                .containsExactly(Shell.PAGE + "1.2/app.js");

        JsonNode job = shell.run("jobs").json().get("jobs").get(0);
        assertThat(job.get("recipe").asString()).isEqualTo("nightly");
        shell.purgeUrls("typed");
        assertThat(shell.run("jobs", "--limit", "1").json().get("jobs").get(0).has("recipe"))
                .isFalse();
        assertThat(shell.run("audit", "verify").exit()).isZero();

        assertThat(shell.run("recipe", "remove", "nightly").json().get("recipes").size()).isZero();
        assertRefused(purge("nightly"), "There is no recipe \"nightly\".");
    }

    @Test
    void aFilledInRecipeIsReadAsTypedLinesAre() {
        only(save("r", "--type", "purge_url", "--target", LINE));
        assertRefused(purge("r"), "\"r\" needs a value for V.");
        assertRefused(purge("r", "--var", "V="), "the value of V is empty");
        assertRefused(purge("r", "--var", "V=a\nb"), "the value of V contains a line break");
        assertRefused(purge("r", "--var", "W=1"), "no variable W. Its variables: V.");
        assertRefused(purge("r", "--var", "V=1", "--var", "V=2"), "variable V was set twice");
        assertRefused(purge("r", "--var", "V"), "\"V\" sets no variable. Use --var NAME=VALUE");
        Ended two = purge("r", "--var", "V=a " + Shell.PAGE + "b");
        assertRefused(two, "The line contains several addresses");
        JsonNode problem = two.json().get("plan").get("problems").get(0);
        assertThat(problem.get("kind").asString()).isEqualTo("several_targets");
        assertThat(shell.edgeOne.accepted()).isEmpty();
        Ended space = purge("r", "--var", "V=a b=c", "--dry-run");
        assertThat(space.json().get("plan").get("rewrites").get(0).get("after").asString())
                .isEqualTo(Shell.PAGE + "a%20b=c/app.js");
    }

    @Test
    void everyTypeIsKeptWithItsMethodAndTagDomains() {
        only(save("all", "--type", "purge_all", "--method", "delete"));
        assertThat(purge("all").exit()).as("needs --yes").isEqualTo(2);
        assertThat(purge("all", "--yes").exit()).isZero();
        assertThat(shell.edgeOne.accepted().getFirst().method()).isEqualTo("delete");
        String[] tags = {"--type", "purge_cache_tag", "--target", "news-${DAY}"};
        only(
                save(
                        "tags",
                        Stream.concat(Stream.of(tags), Stream.of("--tag-domain", "www.example.com"))
                                .toArray(String[]::new)));
        assertThat(purge("tags", "--var", "DAY=1").exit()).isZero();
        assertThat(shell.edgeOne.accepted().getLast().targets()).containsExactly("news-1");
        assertThat(shell.run("recipe", "list").json().get("recipes").size()).isEqualTo(2);
    }

    @Test
    void aJobIsSavedAsARecipe() {
        String job = Shell.job(shell.purgeUrls("b", "a"));
        JsonNode saved = only(shell.run("recipe", "save", "again", "--job", job));
        assertThat(saved.get("zoneName").asString()).isEqualTo("example.com");
        JsonNode lines = only(shell.run("recipe", "show", "again")).get("lines");
        assertThat(lines.valueStream().map(JsonNode::asString))
                .containsExactly(Shell.PAGE + "b", Shell.PAGE + "a");
        assertRefused(shell.run("recipe", "save", "x", "--job", "nope"), "no such job");
        assertRefused(save("x", "--job", job), "either --job, or --zone and --type");
        assertRefused(shell.run("recipe", "save", "x", "--zone", "example.com"), "--type");
    }

    @Test
    void whatCannotBeSavedIsRefused() {
        assertRefused(save("r", "--type", "purge_url"), "\"r\" has no targets");
        assertRefused(save("r", "--type", "purge_ur", "--target", LINE), "purge_ur");
        assertRefused(save("a/b", "--type", "purge_url", "--target", LINE), "name of a file");
        assertRefused(
                save("r", "--type", "purge_url", "--target", LINE, "--method", "delete"),
                "has a method, but purge_url takes none");
        assertRefused(save("r", "--type", "purge_all", "--target", LINE), "which takes no targets");
        assertRefused(
                save("r", "--type", "purge_url", "--target", Shell.PAGE + "${a-b}"),
                "line 1 contains ${a-b}, which is no variable");
        String password = "https://me:pw@www.example.com/";
        Ended secret = save("r", "--type", "purge_url", "--target", password);
        assertRefused(secret, "line 1 contains a user name or password");
        assertThat(secret.err()).doesNotContain("pw@");
        assertRefused(
                shell.run("recipe", "save", "r", "--zone", "gone.org", "--type", "purge_all"),
                "gone.org");
        only(save("r", "--type", "purge_url", "--target", LINE));
        assertRefused(save("R", "--type", "purge_all"), "already is a recipe \"R\"");
        only(save("R", "--type", "purge_all", "--replace"));
        assertThat(only(shell.run("recipe", "list")).get("type").asString()).isEqualTo("purge_all");
    }

    @Test
    void aRecipeTravelsAsAFile() throws IOException {
        only(save("清除", "--type", "purge_url", "--target", LINE));
        Ended exported = shell.run("recipe", "export", "清除");
        assertThat(exported.exit()).isZero();
        Path file = folder.resolve("shared.json");
        Files.writeString(file, exported.out());
        assertRefused(shell.run("recipe", "import", file.toString()), "already is a recipe \"清除\"");
        only(shell.run("recipe", "import", file.toString(), "--replace"));
        only(shell.run("recipe", "import", file.toString(), "--name", "other"));
        Path written = folder.resolve("written.json");
        Ended toFile = shell.run("recipe", "export", "other", "--output", written.toString());
        assertThat(toFile.json().get("file").asString()).isEqualTo(written.toString());
        only(shell.run("recipe", "remove", "other"));
        JsonNode again =
                only(shell.withInput(Files.readAllBytes(written), "recipe", "import", "-"));
        assertThat(again.get("name").asString()).isEqualTo("other");
        assertRefused(
                shell.run("recipe", "export", "other", "--output", folder + "/no/where.json"),
                "no such folder");
        assertRefused(shell.run("recipe", "import", folder.toString()), folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"kind\":\"edgeone-purge recipe\",\"format\":9}"})
    void aFileThatIsNoneIsRefusedInWords(String text) {
        Ended ended =
                shell.withInput(text.getBytes(StandardCharsets.UTF_8), "recipe", "import", "-");
        assertRefused(ended, "Nothing was imported.");
        assertThat(shell.run("recipe", "list").json().get("recipes").size()).isZero();
    }

    @Test
    void aZoneThatIsGoneOrRenamedIsToldWithWhatToDo() {
        String zone = shell.edgeOne.zones().getFirst().id();
        String recipe =
                "{\"kind\":\"edgeone-purge recipe\",\"format\":1,\"name\":\"%s\",\"zone\":\"%s\","
                        + "\"zoneName\":\"%s\",\"type\":\"purge_all\"}";
        shell.withInput(recipe.formatted("gone", "zone-gone", "old.org"), "recipe", "import", "-");
        assertRefused(
                purge("gone", "--yes"),
                "The zone of \"gone\", old.org (zone-gone), is gone",
                "Choose another zone with --zone");
        shell.withInput(recipe.formatted("false", zone, "staging.org"), "recipe", "import", "-");
        assertRefused(
                purge("false", "--yes"),
                "was saved for staging.org ("
                        + zone
                        + "), but that zone is now called example.com");
        assertThat(shell.edgeOne.accepted()).isEmpty();
        assertThat(purge("gone", "--zone", "example.com", "--yes").exit()).isZero();
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void aRecipeBringsItsOwnForm() {
        only(save("r", "--type", "purge_url", "--target", Shell.PAGE));
        for (List<String> more :
                List.of(
                        List.of("--type", "purge_url"),
                        List.of("--method", "delete"),
                        List.of("--target", Shell.PAGE),
                        List.of("--targets-file", "-"),
                        List.of("--tag-domain", "www.example.com"),
                        List.of("--format", "auto"))) {
            assertRefused(purge("r", more.toArray(String[]::new)), "--recipe brings type");
        }
        assertRefused(shell.run("purge", "--var", "A=1", "--zone", "example.com"), "--var only");
        assertRefused(shell.run("purge", "--zone", "example.com"), "Missing required: --type T");
        Ended twins = purge("r", "--twins", "scheme", "--dry-run");
        assertThat(twins.json().get("plan").get("twins").asInt()).isEqualTo(1);
    }
}
