package edgeone.purge.ui.palette;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds entries by words: each word must be in the title, the detail or the further words, however
 * they are written; the better an entry's title fits, the earlier it comes. Immutable.
 */
public final class PaletteIndex {
    private final List<Folded> entries;

    public PaletteIndex(List<PaletteEntry> entries) {
        this.entries = entries.stream().map(Folded::of).toList();
    }

    /** All entries that fit, best first; for an empty query all of them by kind. */
    public List<PaletteEntry> find(String query) {
        String wanted = fold(query.strip());
        List<String> words = Arrays.stream(wanted.split("\\s+")).filter(w -> !w.isEmpty()).toList();
        List<Hit> hits = new ArrayList<>();
        for (Folded entry : entries) {
            if (entry.holds(words)) {
                hits.add(new Hit(entry.entry(), entry.distance(wanted, words)));
            }
        }
        // Stable: what a source told first comes first.
        hits.sort(Comparator.comparingInt(Hit::distance).thenComparing(h -> h.entry().kind()));
        return hits.stream().map(Hit::entry).toList();
    }

    public int size() {
        return entries.size();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private record Hit(PaletteEntry entry, int distance) {}

    /** An entry with its texts as they are compared. */
    private record Folded(PaletteEntry entry, String title, String other) {
        static Folded of(PaletteEntry entry) {
            return new Folded(
                    entry, fold(entry.title()), fold(entry.detail() + "\n" + entry.also()));
        }

        boolean holds(List<String> words) {
            return words.stream().allMatch(w -> title.contains(w) || other.contains(w));
        }

        /** How far the entry is from what was typed: 0 where its title is that. */
        int distance(String wanted, List<String> words) {
            if (words.isEmpty()) {
                return 0;
            }
            if (title.equals(wanted)) {
                return 0;
            }
            if (title.startsWith(wanted)) {
                return 1;
            }
            if (words.stream().allMatch(this::beginsWordOfTitle)) {
                return 2;
            }
            return words.stream().allMatch(title::contains) ? 3 : 4;
        }

        private boolean beginsWordOfTitle(String word) {
            return Stream.iterate(
                            title.indexOf(word), at -> at >= 0, at -> title.indexOf(word, at + 1))
                    .anyMatch(at -> at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1)));
        }
    }
}
