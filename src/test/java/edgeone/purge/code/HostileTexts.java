package edgeone.purge.code;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded texts that would run, break or change in code that quotes them wrongly. */
final class HostileTexts {
    /** The file that one of them would create if it were run. */
    static final String TRACE = "pwned";

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "'",
                    "`",
                    "\\",
                    "$",
                    "${HOME}",
                    "$(touch pwned)",
                    "`touch pwned`",
                    "'; touch pwned; '",
                    "\"; touch pwned; \"",
                    "' + require('fs').writeFileSync('pwned', '') + '",
                    "\" + open('pwned', 'w') + \"",
                    "\"\"\"",
                    "'''",
                    "\\\"",
                    "\\'",
                    "\\n",
                    "\\u0022",
                    "\\x22",
                    "\\042",
                    "\n",
                    "\r\n",
                    "\t",
                    "\u0000",
                    "\u0001",
                    "\u001B[2J",
                    "\u007F",
                    "\u0085",
                    "\u00A0",
                    "\u00AD",
                    "\u200B",
                    "\u202E",
                    "\u2028",
                    "\u2029",
                    "\uFEFF",
                    "\uFFFD",
                    "文件",
                    "é",
                    "e\u0301",
                    "😀",
                    "👩\u200D💻",
                    "#{1}",
                    "{{host}}",
                    "{$x}",
                    "%s%n%d",
                    "%24",
                    "*/",
                    "//",
                    "/*",
                    "#",
                    "--",
                    "?>",
                    "<?php",
                    "</script>",
                    "\nEND\n",
                    "\n__END__\n",
                    "@pwned",
                    "file://",
                    "!!",
                    "&&",
                    "|",
                    ";",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    "=>",
                    "null",
                    " ",
                    "0",
                    "a");

    private HostileTexts() {}

    /** Different texts, the same for the same seed. */
    static List<String> of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            String text = text(random);
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(6); pieces > 0; pieces--) {
            if (random.nextInt(5) == 0) {
                text.appendCodePoint(character(random));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    /** Any character, those of one byte more often. */
    private static int character(SplittableRandom random) {
        int most = random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1;
        int c = random.nextInt(most);
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c;
    }
}
