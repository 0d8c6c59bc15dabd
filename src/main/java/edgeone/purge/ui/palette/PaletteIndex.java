package edgeone.purge.ui.palette;

import edgeone.purge.ui.palette.PaletteEntry.Kind;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds entries by words: each word must be in the title, the detail or the further words, however
 * they are written; the better an entry's title fits, the earlier it comes. Immutable.
 */
public final class PaletteIndex {
    /** From what was typed, word for word, to words that are not all in the title. */
    private static final int FITS = 5;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Folded> entries;

    public PaletteIndex(List<PaletteEntry> entries) {
        this.entries = entries.stream().map(Folded::of).toList();
    }

    /** All entries that fit, best first; for an empty query all of them by kind. */
    public List<PaletteEntry> find(String query) {
        String wanted = fold(query.strip());
        String[] words = wanted.isEmpty() ? new String[0] : BLANKS.split(wanted);
        // By fit and then by kind; of a kind, what a source told first comes first.
        List<Map<Kind, List<PaletteEntry>>> fits = new ArrayList<>();
        for (int fit = 0; fit < FITS; fit++) {
            fits.add(new EnumMap<>(Kind.class));
        }
        for (Folded entry : entries) {
            int distance = entry.distance(wanted, words);
            if (distance < FITS) {
                fits.get(distance)
                        .computeIfAbsent(entry.entry().kind(), _ -> new ArrayList<>())
                        .add(entry.entry());
            }
        }
        List<PaletteEntry> found = new ArrayList<>(entries.size());
        fits.forEach(kinds -> kinds.values().forEach(found::addAll));
        return found;
    }

    public int size() {
        return entries.size();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** An entry with its texts as they are compared. */
    private record Folded(PaletteEntry entry, String title, String other) {
        static Folded of(PaletteEntry entry) {
            return new Folded(
                    entry, fold(entry.title()), fold(entry.detail() + "\n" + entry.also()));
        }

        /** How far the entry is from what was typed; {@link #FITS} where it does not fit. */
        int distance(String wanted, String[] words) {
            boolean allInTitle = true;
            boolean allBeginWords = true;
            for (String word : words) {
                int at = title.indexOf(word);
                if (at < 0 && !other.contains(word)) {
                    return FITS;
                }
                allInTitle &= at >= 0;
                allBeginWords &= beginsWord(word, at);
            }
            if (title.startsWith(wanted)) {
                return wanted.isEmpty() || title.length() == wanted.length() ? 0 : 1;
            }
            return allBeginWords ? 2 : allInTitle ? 3 : 4;
        }

        /**
         * Whether a word begins one of the title.
         *
         * @param first where it is in the title first; negative for nowhere
         */
        private boolean beginsWord(String word, int first) {
            for (int at = first; at >= 0; at = title.indexOf(word, at + 1)) {
                if (at == 0 || !Character.isLetterOrDigit(title.charAt(at - 1))) {
                    return true;
                }
            }
            return false;
        }
    }
}
