package edgeone.purge.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.HostileText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Recipes as files that come from anywhere. */
final class RecipeFileTest {
    private static final String GOOD =
            "{'kind':'edgeone-purge recipe','format':1,'name':'n','zone':'zone-1',"
                    + "'type':'purge_url','targets':['https://www.example.com/']}";

    @TempDir private Path folder;

    private static Recipe read(String text) throws Exception {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RecipeFile.read(new ByteArrayInputStream(bytes), "r.json");
    }

    private static void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .asInstanceOf(type(RecipeException.class))
                .satisfies(
                        e -> {
                            assertThat(e.problem().name()).isEqualTo(problem);
                            for (Language language : Language.values()) {
                                assertThat(e.text(Messages.in(language))).isNotBlank();
                            }
                        });
    }

    /** Whatever the form holds: what is written is read back the same, or is refused at once. */
    @Test
    void whatIsExportedIsImportedTheSame() throws Exception {
        Random random = new Random(7);
        int kept = 0;
        for (int i = 0; i < 5_000; i++) {
            Recipe recipe = any(random);
            try {
                RecipeRules.check(recipe);
            } catch (RecipeException e) {
                continue;
            }
            kept++;
            InputStream in = new ByteArrayInputStream(RecipeFile.bytes(recipe));
            assertThat(RecipeFile.read(in, "r.json")).isEqualTo(recipe);
        }
        assertThat(kept).isGreaterThan(500);
    }

    private static Recipe any(Random random) {
        PurgeType type = PurgeType.PURGES.get(random.nextInt(PurgeType.PURGES.size()));
        List<String> lines = new ArrayList<>();
        for (int n = type == PurgeType.ALL ? 0 : random.nextInt(1, 4); n > 0; n--) {
            lines.add(HostileText.next(random) + (random.nextBoolean() ? "${V_1}" : ""));
        }
        PurgeMethod method = type.takesMethod() && random.nextBoolean() ? PurgeMethod.DELETE : null;
        boolean domains = type == PurgeType.CACHE_TAG && random.nextBoolean();
        return new Recipe(
                "清除 " + random.nextInt(100),
                random.nextBoolean() ? "zone-1" : "",
                "例子.example.com",
                type,
                method,
                lines,
                domains ? List.of("${V}.example.com") : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'format':1, 'format':2, NEWER",
                "'format':1, 'format':0, FIELD_ODD",
                "'format':1, 'format':'1', FIELD_ODD",
                "'name':'n', 'name':'../n', NAME_NO_FILE",
                "'name':'n', 'name':'CON', NAME_NO_FILE",
                "'name':'n', 'name':'lpt1.txt', NAME_NO_FILE",
                "'name':'n', 'name':'a／b', NAME_NO_FILE",
                "'name':'n', 'name':'.n', NAME_NO_FILE",
                "'name':'n', 'name':'n.', NAME_NO_FILE",
                "'name':'n', 'name':'', NAME_BLANK",
                "'name':'n', 'name':' n', NAME_PADDED",
                "'name':'n', 'name':'a\\u0000b', NAME_ODD",
                "'name':'n', 'name':'a\\u202eb', NAME_ODD",
                "'name':'n', 'name':'\\ud800', NAME_ODD",
                "'name':'n', 'name':7, FIELD_ODD",
                "'name':'n', 'other':'n', FIELD_MISSING",
                "'name':'n', `'name':'n','name':'m'`, NOT_JSON",
                "'zone':'zone-1', 'zone':'*', ZONE_ODD",
                "'zone':'zone-1', 'zone':'a\\nb', ZONE_ODD",
                "'zone':'zone-1', 'zone':'', ZONE_MISSING",
                "'type':'purge_url', 'type':'purge_everything', FIELD_ODD",
                "'type':'purge_url', 'type':'purge_all', TARGETS_OF_WHOLE_ZONE",
                "'type':'purge_url', `'type':'purge_url','type':'purge_all'`, NOT_JSON",
                "'type':'purge_url', `'type':'purge_url','method':'delete'`, METHOD_NOT_TAKEN",
                "'type':'purge_url', `'type':'purge_url','tagDomains':['a.b']`, DOMAINS_NOT_TAKEN",
                "['https://www.example.com/'], [], NO_TARGETS",
                "['https://www.example.com/'], 'x', FIELD_ODD",
                "['https://www.example.com/'], [1], FIELD_ODD",
                "['https://www.example.com/'], ['a\\nb'], LINE_BREAK",
                "['https://www.example.com/'], [' '], LINE_BREAK",
                "['https://www.example.com/'], ['\\ud800'], NOT_UNICODE",
                "['https://www.example.com/'], ['${a b}'], BAD_VARIABLE",
                "['https://www.example.com/'], ['x${'], BAD_VARIABLE",
                "['https://www.example.com/'], ['https://me:pw@www.example.com/'], USER_INFO",
                "'edgeone-purge recipe', 'recipe', NOT_A_RECIPE",
            })
    void aFileThatCannotBeIsRefusedInWords(String good, String bad, String problem) {
        assertRefused(GOOD.replace(good, bad), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{}{}", "\u0000\u0001", "{'kind':"})
    void whatIsNoJsonIsDamaged(String text) {
        assertRefused(text, text.isEmpty() ? "NOT_A_RECIPE" : "NOT_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "'edgeone-purge recipe'", "{'accounts':[]}"})
    void otherJsonIsNoRecipe(String text) {
        assertRefused(text, "NOT_A_RECIPE");
    }

    @Test
    void deepNestingAndEndlessFilesAreRefusedWithoutReadingThemAll() {
        assertRefused("[".repeat(200_000), "NOT_JSON");
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return ' ';
                    }
                };
        assertThatThrownBy(() -> RecipeFile.read(endless, "r.json"))
                .asInstanceOf(type(RecipeException.class))
                .returns(RecipeProblem.FILE_TOO_LARGE, RecipeException::problem);
    }

    @Test
    void membersOfALaterVersionArePassedOver() throws Exception {
        Recipe recipe = read(GOOD.replace("'name'", "'colour':{'a':[1]},'name'"));
        assertThat(recipe).isEqualTo(read(GOOD));
    }

    @Test
    void aFolderGetsAFileOfTheRecipesNameAndAMissingOneIsNotMade() throws Exception {
        Recipe recipe = Recipes.urls(Recipes.HOST + "/${A}");
        Path file = RecipeFile.write(recipe, folder);
        assertThat(file).isEqualTo(folder.resolve("nightly.json"));
        assertThat(RecipeFile.read(file)).isEqualTo(recipe);
        Path missing = folder.resolve("missing").resolve("r.json");
        assertThatThrownBy(() -> RecipeFile.write(recipe, missing))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(missing.getParent()).doesNotExist();
        assertThat(Files.list(folder)).as("nothing beside it").containsExactly(file);
    }
}
