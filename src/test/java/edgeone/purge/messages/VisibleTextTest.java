package edgeone.purge.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

final class VisibleTextTest {
    @Test
    void visibleCharactersStay() {
        for (String text :
                new String[] {
                    "", "https://例子.测试/夏 季?a=b&c=%20", "C:\\users\\u", "\\u0041", "é ü 😀 한"
                }) {
            assertThat(VisibleText.of(text)).isEqualTo(text);
        }
    }

    @Test
    void invisibleCharactersAreWrittenAsCodePoints() {
        assertThat(VisibleText.of("a\u001B[2J\u0007\n\r\t\u007F\u009B"))
                .isEqualTo("a\\u{1B}[2J\\u{7}\\u{A}\\u{D}\\u{9}\\u{7F}\\u{9B}");
        assertThat(VisibleText.of("\u202E\u2066\u200B\uFEFF\u2028\u2029\u00AD\u3164\uFE0F"))
                .isEqualTo(
                        "\\u{202E}\\u{2066}\\u{200B}\\u{FEFF}\\u{2028}\\u{2029}\\u{AD}"
                                + "\\u{3164}\\u{FE0F}");
        assertThat(VisibleText.of("x\uD800y\uDC00" + Character.toString(0xE0041) + "\uFFFE"))
                .isEqualTo("x\\u{D800}y\\u{DC00}\\u{E0041}\\u{FFFE}");
    }

    /** For every pair of characters, and every text that looks like an escape. */
    @Test
    void textsThatDifferNeverLookAlike() {
        Map<String, String> seen = new HashMap<>();
        String[] parts = {
            "\\", "u", "{", "}", "1", "B", "\u001B", "5C", "\\u{1B}", "\\u{5C}", "\u202E", "\n"
        };
        for (String a : parts) {
            for (String b : parts) {
                for (String c : parts) {
                    String text = a + b + c;
                    String before = seen.put(VisibleText.of(text), text);
                    assertThat(before == null ? text : before).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void aStreamKeepsLinesAndEscapesAndWhatItsEncodingHolds() {
        String own = "one\ntwo\r\nthree \\u{1B}";
        assertThat(VisibleText.lines(own, _ -> true)).isEqualTo(own);
        assertThat(VisibleText.lines("a\rb\u001Bc\u0085\u2028", _ -> true))
                .isEqualTo("a\\u{D}b\\u{1B}c\\u{85}\\u{2028}");
        assertThat(VisibleText.lines("日é", c -> c < 0x100)).isEqualTo("\\u{65E5}é");
    }

    @Test
    void aMessageEscapesItsArgumentsButNotItself() {
        Messages messages = Messages.in(Language.ENGLISH);
        String shown = messages.text("cli.resume.left", "a\nb", new Shown("c\nd \\u{1B}"));
        assertThat(shown).isEqualTo("a\\u{A}b: c\nd \\u{1B}");
    }
}
