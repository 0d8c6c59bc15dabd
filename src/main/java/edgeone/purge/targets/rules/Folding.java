package edgeone.purge.targets.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the directories that many URLs lie in. Only counts: nothing is folded by itself. */
public final class Folding {
    /** More than anybody reads. */
    public static final int MOST = 100;

    private static final int DEEPEST = 64;

    private Folding() {}

    /**
     * The directories that could take the place of {@code chosen}, those of most URLs first; at
     * most {@value #MOST}. One that covers no more than a directory in it is left out.
     *
     * @param chosen URLs as sent
     * @param list the URLs of the whole list, with or without the chosen ones
     * @param purged URLs that are known from elsewhere
     */
    public static List<Fold> of(
            Collection<String> chosen, Collection<String> list, Collection<String> purged) {
        Set<String> folded = new HashSet<>(chosen);
        Map<String, Integer> counts = counts(folded);
        Set<String> narrowest = narrowest(counts);
        List<String> directories =
                counts.keySet().stream()
                        .filter(d -> counts.getOrDefault(d, 0) > 1)
                        .filter(narrowest::contains)
                        .sorted(
                                Comparator.comparingInt((String d) -> -counts.getOrDefault(d, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(MOST)
                        .toList();
        Set<String> others = new HashSet<>(list);
        others.removeAll(folded);
        Map<String, Integer> inList = counts(others);
        Set<String> elsewhere = new HashSet<>(purged);
        elsewhere.removeAll(folded);
        elsewhere.removeAll(others);
        Map<String, Integer> before = counts(elsewhere);
        return directories.stream()
                .map(
                        d ->
                                new Fold(
                                        d,
                                        counts.getOrDefault(d, 0),
                                        inList.getOrDefault(d, 0),
                                        before.getOrDefault(d, 0)))
                .toList();
    }

    /** The URLs that lie in none of the directories, in their order. */
    public static List<String> rest(Collection<String> urls, Collection<String> directories) {
        Set<String> taken = Set.copyOf(directories);
        return urls.stream()
                .filter(url -> directoriesOf(url).stream().noneMatch(taken::contains))
                .toList();
    }

    /** The directories without those that lie in another of them, in their order. */
    public static List<String> widest(Collection<String> directories) {
        Set<String> all = Set.copyOf(directories);
        return directories.stream()
                .distinct()
                .filter(
                        d ->
                                directoriesOf(d).stream()
                                        .noneMatch(
                                                above -> !above.equals(d) && all.contains(above)))
                .toList();
    }

    private static Map<String, Integer> counts(Collection<String> urls) {
        Map<String, Integer> counts = new HashMap<>();
        for (String url : urls) {
            for (String directory : directoriesOf(url)) {
                counts.merge(directory, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Those of which no directory inside covers as many. */
    private static Set<String> narrowest(Map<String, Integer> counts) {
        Set<String> narrowest = new HashSet<>(counts.keySet());
        counts.forEach(
                (directory, count) -> {
                    int above = directory.lastIndexOf('/', directory.length() - 2) + 1;
                    String outer = directory.substring(0, above);
                    if (count.equals(counts.get(outer))) {
                        narrowest.remove(outer);
                    }
                });
        return narrowest;
    }

    /** The directories a URL lies in, from the outermost; never the root of its host. */
    private static List<String> directoriesOf(String url) {
        int scheme = url.indexOf("://");
        int root = scheme < 0 ? -1 : url.indexOf('/', scheme + "://".length());
        if (root < 0) {
            return List.of();
        }
        int query = url.indexOf('?');
        int end = query < 0 ? url.length() : query;
        List<String> directories = new ArrayList<>();
        boolean named = false;
        for (int at = root + 1; at < end && directories.size() < DEEPEST; at++) {
            if (url.charAt(at) != '/') {
                named = true;
            } else if (named) {
                directories.add(url.substring(0, at + 1));
            }
        }
        return directories;
    }
}
