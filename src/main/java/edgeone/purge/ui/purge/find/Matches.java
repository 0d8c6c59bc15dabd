package edgeone.purge.ui.purge.find;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a text is found in lines, from the top, without regard to case. Of matches that overlap the
 * first counts.
 *
 * @param length of the text that was looked for, in UTF-16 units
 */
record Matches(List<Match> all, int length) {
    static final Matches NONE = new Matches(List.of(), 0);

    Matches {
        all = Collections.unmodifiableList(all);
    }

    /**
     * A match.
     *
     * @param line from 1
     * @param offset of its first character in the line, from 0
     */
    record Match(int line, int offset) {}

    /**
     * Looks through lines; 100,000 take some 50 ms, so not for the JavaFX thread.
     *
     * @param text an empty one is found nowhere
     */
    static Matches of(List<String> lines, String text) {
        int length = text.length();
        if (length == 0) {
            return NONE;
        }
        List<Match> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = 0;
            while (at + length <= line.length()) {
                if (line.regionMatches(true, at, text, 0, length)) {
                    all.add(new Match(i + 1, at));
                    at += length;
                } else {
                    at++;
                }
            }
        }
        return new Matches(all, length);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    /** The first match on a line or below it, or again from the top; -1 where there is none. */
    int firstFrom(int line) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).line() >= line) {
                return i;
            }
        }
        return all.isEmpty() ? -1 : 0;
    }

    /** The match beside one, around the ends; {@code index} of none leads to an end. */
    int beside(int index, int by) {
        if (all.isEmpty()) {
            return -1;
        }
        return index < 0 ? (by > 0 ? 0 : all.size() - 1) : Math.floorMod(index + by, all.size());
    }
}
