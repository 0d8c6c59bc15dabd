package edgeone.purge.targets;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/**
 * Detects from its characters whether a text was read in the wrong encoding. GB18030 that happens
 * to be valid UTF-8 turns into rare letters and words that mix scripts; addresses usually hold
 * whole words of one script. A few odd names in a long list prove nothing, so the majority of all
 * non-ASCII characters decides.
 */
public final class OddCharacters {
    private static final Set<UnicodeBlock> RARE =
            Set.of(
                    UnicodeBlock.LATIN_EXTENDED_B,
                    UnicodeBlock.IPA_EXTENSIONS,
                    UnicodeBlock.SPACING_MODIFIER_LETTERS,
                    UnicodeBlock.CYRILLIC_SUPPLEMENTARY,
                    UnicodeBlock.SYRIAC,
                    UnicodeBlock.NKO);

    private int odd;
    private int ordinary;

    /** The word being read: a run of letters and marks, ASCII letters too. */
    private int letters;

    private int foreignLetters;
    private boolean withAscii;
    private boolean mixed;
    private UnicodeScript script = UnicodeScript.COMMON;

    private OddCharacters() {}

    /** Whether at least half of the non-ASCII characters look out of place. */
    public static boolean prevailIn(String text) {
        return prevailIn(TargetLines.of(List.of(text)));
    }

    /** The same for lines, where no word continues on the next. */
    public static boolean prevailIn(TargetLines lines) {
        OddCharacters counts = new OddCharacters();
        for (int i = 0; i < lines.size(); i++) {
            counts.addAll(lines.text(i));
        }
        return counts.odd > 0 && counts.odd >= counts.ordinary;
    }

    private void addAll(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            add(c);
            at += Character.charCount(c);
        }
        endWord();
    }

    private void add(int c) {
        if (c < 0x80) {
            if (Ascii.isLetter((char) c)) {
                letters++;
                withAscii = true;
            } else {
                endWord();
            }
        } else if (isNeverOrdinary(c)) {
            odd++;
        } else if (Character.isLetterOrDigit(c) || isMark(c)) {
            addToWord(c);
        } else {
            // Punctuation and symbols: of any script, or of none.
            ordinary++;
        }
    }

    private void addToWord(int c) {
        letters++;
        foreignLetters++;
        // A mark needs a letter to stand on.
        mixed |= letters == 1 && isMark(c);
        UnicodeScript family = family(c);
        if (family != UnicodeScript.INHERITED && family != UnicodeScript.COMMON) {
            mixed |= script != UnicodeScript.COMMON && script != family;
            script = family;
        }
    }

    private void endWord() {
        if (foreignLetters > 0) {
            if (isOrdinaryWord()) {
                ordinary += foreignLetters;
            } else {
                odd += foreignLetters;
            }
        }
        letters = 0;
        foreignLetters = 0;
        withAscii = false;
        mixed = false;
        script = UnicodeScript.COMMON;
    }

    private boolean isOrdinaryWord() {
        if (mixed) {
            return false;
        }
        return switch (script) {
            // Each character is a word, and no spaces separate them.
            case HAN, THAI, LAO, KHMER, MYANMAR -> true;
            // A word of only accented letters is rare.
            case LATIN, COMMON, INHERITED -> withAscii;
            default -> foreignLetters > 1;
        };
    }

    /** Treats scripts that are written together as one. */
    private static UnicodeScript family(int c) {
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> UnicodeScript.HAN;
            default -> script;
        };
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    /** Whether an address contains the character only by mistake. */
    private static boolean isNeverOrdinary(int c) {
        if (c < 0xC0 || c == '\u00D7' || c == '\u00F7' || c == '\uFFFD') {
            return true;
        }
        switch (Character.getType(c)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> {
                return true;
            }
            default -> {}
        }
        UnicodeBlock block = UnicodeBlock.of(c);
        return block != null && RARE.contains(block) && !isOfLivingSpelling(c);
    }

    /** Vietnamese Ơ and Ư, Romanian Ș and Ț. */
    private static boolean isOfLivingSpelling(int c) {
        return switch (c) {
            case '\u01A0', '\u01A1', '\u01AF', '\u01B0' -> true;
            case '\u0218', '\u0219', '\u021A', '\u021B' -> true;
            default -> false;
        };
    }
}
