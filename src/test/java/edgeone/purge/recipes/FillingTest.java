package edgeone.purge.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.Cleaning;
import edgeone.purge.targets.HostileText;
import edgeone.purge.targets.TargetLines;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetList.Target;
import edgeone.purge.targets.TargetReader;
import edgeone.purge.targets.ZoneHosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

final class FillingTest {
    private static final ZoneHosts HOSTS =
            new ZoneHosts.Listed(
                    List.of(
                            new AccelerationDomain(HostileText.HOST, "online"),
                            new AccelerationDomain("*.img.example.com", "online")));

    private static TargetList read(Recipe recipe, Filled filled) {
        return TargetReader.read(
                recipe.type(), TargetLines.of(filled.lines()), HOSTS, Cleaning.NONE);
    }

    private static void assertRefused(
            Recipe recipe, Map<String, String> values, RecipeProblem problem, String... said) {
        assertThatThrownBy(() -> Filling.fill(recipe, values))
                .asInstanceOf(type(RecipeException.class))
                .satisfies(
                        e -> {
                            assertThat(e.problem()).isEqualTo(problem);
                            assertThat(e.text(Messages.in(Language.ENGLISH))).contains(said);
                        });
    }

    @Test
    void everyVariableIsReplacedWhereverItStands() throws Exception {
        Recipe recipe =
                new Recipe(
                        "tags",
                        "zone-1",
                        "example.com",
                        PurgeType.CACHE_TAG,
                        null,
                        List.of("${A}-${B}", "${B}", "plain $ { }"),
                        List.of("${A}.example.com"));
        assertThat(recipe.variables()).containsExactly("A", "B");
        Filled filled = Filling.fill(recipe, Map.of("A", "one", "B", "$1 ${A}"));
        assertThat(filled.lines())
                .as("values are not expanded again")
                .containsExactly("one-$1 ${A}", "$1 ${A}", "plain $ { }");
        assertThat(filled.tagDomains()).containsExactly("one.example.com");
    }

    @Test
    void anUnsetVariableIsRefusedAndSoIsOneThatDoesNotExist() {
        Recipe recipe = Recipes.urls(Recipes.HOST + "/${A}/${B}");
        assertRefused(recipe, Map.of(), RecipeProblem.UNSET, "needs values for A, B.");
        assertRefused(recipe, Map.of("A", "a"), RecipeProblem.UNSET, "needs a value for B.");
        assertRefused(
                recipe,
                Map.of("A", "a", "b", "b"),
                RecipeProblem.NO_SUCH_VARIABLE,
                "no variable b.",
                "Its variables: A, B.");
        assertRefused(
                Recipes.urls(Recipes.HOST + "/"),
                Map.of("A", "a"),
                RecipeProblem.NO_SUCH_VARIABLE,
                "It has none at all.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u3000", "/", "//", " / "})
    void aValueThatSaysNothingIsRefused(String value) {
        Recipe directory = Recipes.of("r", PurgeType.PREFIX, Recipes.HOST + "/img/${D}/");
        assertRefused(directory, Map.of("D", value), RecipeProblem.VALUE_BLANK, "the value of D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\r\nb", "a\u0085b", "a\u2028b", "a\u2029", "a\u000Bb"})
    void aValueOfTwoLinesIsRefused(String value) {
        Recipe recipe = Recipes.urls(Recipes.HOST + "/${F}");
        assertRefused(
                recipe, Map.of("F", value), RecipeProblem.VALUE_BREAKS_LINE, "the value of F");
    }

    @Test
    void aDirectoryNeverBecomesAWholeHost() throws Exception {
        Recipe recipe = Recipes.of("r", PurgeType.PREFIX, "${D}");
        assertRefused(
                recipe,
                Map.of("D", Recipes.HOST),
                RecipeProblem.VALUE_WIDENS,
                "${D} becomes " + Recipes.HOST);
        assertThat(Filling.fill(recipe, Map.of("D", Recipes.HOST + "/a")).lines())
                .containsExactly(Recipes.HOST + "/a");
        Recipe root = Recipes.of("r", PurgeType.PREFIX, "https://${H}/");
        assertThat(Filling.fill(root, Map.of("H", HostileText.HOST)).lines())
                .as("what the recipe says itself")
                .containsExactly(Recipes.HOST + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "URL, https://www.example.com/${V}, 'a https://www.example.com/b', SEVERAL_TARGETS",
        "URL, https://www.example.com/${V}, 'a,http://www.example.com/b', SEVERAL_TARGETS",
        "URL, https://www.example.com/${V}, '../b', DOT_SEGMENTS",
        "URL, https://www.example.com/${V}, 'a#b', FRAGMENT",
        "URL, https://${V}/, 'other.org', FOREIGN_HOST",
        "URL, ${V}://www.example.com/, 'ftp', FOREIGN_SCHEME",
        "PREFIX, https://www.example.com/${V}/, '..', DOT_SEGMENTS",
        "PREFIX, https://www.example.com/${V}/, 'a?b', QUERY_IN_DIRECTORY",
        "HOST, ${V}, '*.img.example.com', WILDCARD_HOST",
        "HOST, ${V}, 'www.example.com a.img.example.com', SEVERAL_TARGETS",
        "HOST, ${V}, 'https://www.example.com/', HOST_WITH_SCHEME",
        "HOST, ${V}.example.com, 'www.example.com/', HOST_WITH_PATH",
        "CACHE_TAG, ${V}, 'a,b', COMMA_IN_TAG",
    })
    void aValueIsReadAsIfItHadBeenTyped(PurgeType type, String line, String value, String kind)
            throws Exception {
        Recipe recipe = Recipes.of("r", type, line);
        TargetList list = read(recipe, Filling.fill(recipe, Map.of("V", value)));
        assertThat(list.targets()).isEmpty();
        assertThat(list.problems()).extracting(p -> p.kind().name()).containsExactly(kind);
    }

    /** Whatever the value, a line stays within what stands before its variable. */
    @ParameterizedTest
    @EnumSource(
            value = PurgeType.class,
            names = {"ALL", "PREFETCH"},
            mode = EnumSource.Mode.EXCLUDE)
    void noValueEverWidensALine(PurgeType type) {
        String begin =
                switch (type) {
                    case URL, PREFIX -> Recipes.HOST + "/shop/";
                    case HOST, CACHE_TAG, ALL, PREFETCH -> "";
                };
        String end =
                switch (type) {
                    case URL -> ".js";
                    case PREFIX -> "/";
                    case HOST -> ".img.example.com";
                    case CACHE_TAG, ALL, PREFETCH -> "";
                };
        Recipe recipe = Recipes.of("r", type, begin + "${V}" + end);
        Random random = new Random(41L + type.ordinal());
        int sent = 0;
        for (int i = 0; i < 25_000; i++) {
            String value = HostileText.next(random);
            Filled filled;
            try {
                filled = Filling.fill(recipe, Map.of("V", value));
            } catch (RecipeException e) {
                continue;
            }
            TargetList list = read(recipe, filled);
            assertThat(filled.lines()).hasSize(1);
            assertThat(list.targets().size()).as(value).isLessThanOrEqualTo(1);
            for (Target target : list.targets()) {
                sent++;
                assertThat(target.text()).as(value).startsWith(begin).doesNotContain("/../");
                if (type == PurgeType.PREFIX) {
                    assertThat(target.text().substring(begin.length()).replace("/", ""))
                            .as(value)
                            .isNotEmpty();
                }
                if (type == PurgeType.HOST) {
                    assertThat(target.text()).as(value).endsWith(end);
                }
                if (type == PurgeType.CACHE_TAG) {
                    assertThat(target.text()).as(value).doesNotContain(",", "\n", "\r");
                }
            }
        }
        assertThat(sent).as("values that can be sent, so that the rule was tried").isPositive();
    }
}
