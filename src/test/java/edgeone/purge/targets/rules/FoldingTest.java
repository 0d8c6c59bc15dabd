package edgeone.purge.targets.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

final class FoldingTest {
    private static final String HOST = "https://www.example.com/";

    private static List<Fold> folds(String... urls) {
        return Folding.of(List.of(urls), List.of(), List.of());
    }

    @Test
    void urlsOfOneDirectoryCanBeFoldedIntoIt() {
        assertThat(folds(HOST + "a/1", HOST + "a/2?x=/y/", HOST + "a/"))
                .containsExactly(new Fold(HOST + "a/", 3, 0, 0));
    }

    @Test
    void aWholeHostIsNeverOffered() {
        assertThat(folds(HOST, HOST + "1", HOST + "2", HOST + "?a", "https://www.example.com"))
                .isEmpty();
        assertThat(folds(HOST + "/1", HOST + "//2")).as("repeated slashes").isEmpty();
        assertThat(folds("https://a.example.com/x/1", "https://b.example.com/x/1")).isEmpty();
    }

    @Test
    void theNarrowestDirectoryIsOfferedAndAWiderOneOnlyWhereItCoversMore() {
        assertThat(folds(HOST + "a/b/c/1", HOST + "a/b/c/2"))
                .containsExactly(new Fold(HOST + "a/b/c/", 2, 0, 0));
        assertThat(folds(HOST + "a/b/1", HOST + "a/b/2", HOST + "a/c/1"))
                .containsExactly(new Fold(HOST + "a/", 3, 0, 0), new Fold(HOST + "a/b/", 2, 0, 0));
    }

    @Test
    void whatElseWouldBeHitIsCounted() {
        List<String> chosen = List.of(HOST + "a/1", HOST + "a/2");
        List<String> list = List.of(HOST + "a/1", HOST + "a/3", HOST + "a/b/4", HOST + "c/1");
        Set<String> purged = Set.of(HOST + "a/2", HOST + "a/3", HOST + "a/5", HOST + "ab/6");
        assertThat(Folding.of(chosen, list, purged))
                .containsExactly(new Fold(HOST + "a/", 2, 2, 1));
    }

    @Test
    void theRestAreTheUrlsInNoneOfTheDirectories() {
        List<String> urls = List.of(HOST + "a/1", HOST + "1", HOST + "ab/1", HOST + "a/b/1");
        assertThat(Folding.rest(urls, List.of(HOST + "a/")))
                .containsExactly(HOST + "1", HOST + "ab/1");
        assertThat(Folding.widest(List.of(HOST + "a/b/", HOST + "a/", HOST + "a/", HOST + "ab/")))
                .containsExactly(HOST + "a/", HOST + "ab/");
    }

    @Test
    void aLongListHasTheDirectoriesOfMostUrls() {
        List<String> urls = new ArrayList<>();
        IntStream.range(0, 300)
                .forEach(
                        d ->
                                IntStream.range(0, 2 + d % 3)
                                        .forEach(f -> urls.add(HOST + "d" + d + "/" + f)));
        List<Fold> folds = Folding.of(urls, urls, Set.of());
        assertThat(folds).hasSize(Folding.MOST).allMatch(f -> f.urls() == 4);
    }

    /** Each count is what a person would count by looking at the beginnings of the addresses. */
    @Test
    void everyCountIsThatOfTheUrlsBelowTheDirectory() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            List<String> chosen = urls(random);
            List<String> list = urls(random);
            List<String> purged = urls(random);
            Set<String> others = new HashSet<>(list);
            others.removeAll(chosen);
            Set<String> elsewhere = new HashSet<>(purged);
            elsewhere.removeAll(chosen);
            elsewhere.removeAll(list);
            for (Fold fold : Folding.of(chosen, list, purged)) {
                assertThat(fold.urls()).isEqualTo(below(new HashSet<>(chosen), fold));
                assertThat(fold.alsoInList()).isEqualTo(below(others, fold));
                assertThat(fold.alsoPurged()).isEqualTo(below(elsewhere, fold));
                assertThat(fold.directory()).endsWith("/").isNotEqualTo(HOST);
            }
        }
    }

    private static List<String> urls(Random random) {
        return IntStream.range(0, random.nextInt(1, 12))
                .mapToObj(
                        _ -> {
                            StringBuilder url = new StringBuilder(HOST);
                            for (int depth = random.nextInt(4); depth > 0; depth--) {
                                url.append("ab".charAt(random.nextInt(2))).append('/');
                            }
                            return url.append(random.nextInt(3)).toString();
                        })
                .toList();
    }

    private static int below(Set<String> urls, Fold fold) {
        return (int) urls.stream().filter(u -> u.startsWith(fold.directory())).count();
    }
}
