package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.targets.TextDecoding.Decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lists that were read in a wrong encoding are told from lists in any language. */
final class OddCharactersTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.com/plain/a-b_c.html?q=1",
                "https://例子.cn/目录/图片（一）.jpg",
                "https://www.example.com/日本語/カタカナ/ひらがな・ー.html",
                "https://www.example.com/한국어/문서.html",
                "https://www.example.com/новости/мир-и-труд/",
                "https://www.example.com/Καλημέρα/κόσμε",
                "https://www.example.com/caf\u00E9/r\u00E9sum\u00E9/na\u00EFve/\u0153uvre",
                "https://www.example.com/Gr\u00F6\u00DFe/\u00C4rger/\u00DCbung",
                "https://www.example.com/za\u017C\u00F3\u0142\u0107/g\u0119\u015Bl\u0105/ja\u017A\u0144",
                "https://www.example.com/\u0219coal\u0103/\u021Bar\u0103",
                "https://www.example.com/đường/phố/người-Việt/ướt",
                "https://www.example.com/مرحبا/العالم.html",
                "https://www.example.com/שלום/עולם",
                "https://www.example.com/สวัสดี/ข่าว",
                "https://www.example.com/नमस्ते/दुनिया",
                "https://www.example.com/հայերեն/լուրեր",
                "https://www.example.com/ქართული/ამბები",
                "https://www.example.com/emoji-😀-ok/★",
                "https://www.example.com/iPhone手机/купитьTV/",
            })
    void addressesOfAnyLanguageAreOrdinary(String list) {
        assertThat(OddCharacters.prevailIn(list)).isFalse();
        assertThat(OddCharacters.prevailIn(Normalizer.normalize(list, Normalizer.Form.NFD)))
                .as("as macOS writes it")
                .isFalse();
    }

    @Test
    void oneOddNameAmongManyIsNotAWrongEncoding() {
        String many = "https://www.example.com/新闻/动态\n".repeat(20);
        assertThat(OddCharacters.prevailIn(many + "https://www.example.com/\u0251\u0283"))
                .isFalse();
    }

    /** What no address holds, a word of accented letters only, one that mixes scripts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0080",
                "\u00BF",
                "a\u00D7",
                "a\u00F7",
                "a\uFFFD",
                "a\uE000",
                "a\u0378",
                "a\u0180",
                "a\u0251",
                "a\u02B0",
                "a\u0500",
                "a\u0710",
                "a\u07CA",
                "é",
                "éà/éé",
                "я",
                "я1я",
                "αя",
                "中я",
                "\u0301яж",
                "éя",
            })
    void whatIsOutOfPlaceIsTold(String text) {
        assertThat(OddCharacters.prevailIn(text)).isTrue();
        assertThat(OddCharacters.prevailIn(text + "/a.html")).isTrue();
        assertThat(OddCharacters.prevailIn(text + " / 中")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Àz", "éa", "яж", "中", "中かナ한ㄅ", "ก", "ລ", "ក", "က", "ơa"})
    void whatIsWholeIsNot(String text) {
        assertThat(OddCharacters.prevailIn(text)).isFalse();
    }

    @Test
    void halfOfAllCharactersDecide() {
        assertThat(OddCharacters.prevailIn("\u0251 中")).isTrue();
        assertThat(OddCharacters.prevailIn("\u0251 中 —")).isFalse();
        assertThat(OddCharacters.prevailIn("\u0251\u0251 — — —")).isFalse();
    }

    @Test
    void aWordEndsWithItsLine() {
        assertThat(OddCharacters.prevailIn(TargetLines.of(List.of("a", "é")))).isTrue();
        assertThat(OddCharacters.prevailIn(TargetLines.of(List.of("aé")))).isFalse();
        assertThat(OddCharacters.prevailIn(TargetLines.of(List.of("яж", "中")))).isFalse();
    }

    @Test
    void utf8ReadAsLatin1IsTold() {
        String misread =
                new String(
                        "https://www.example.com/caf\u00E9".getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.ISO_8859_1);
        assertThat(OddCharacters.prevailIn(misread)).isTrue();
    }

    /** Every name is Chinese, of the characters in daily use, and its GB18030 is valid UTF-8. */
    @Test
    void gb18030ReadAsUtf8IsTold() {
        List<String> signs = ambiguousSigns();
        assertThat(signs).hasSizeGreaterThan(500).contains("图", "片", "站");
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder list = new StringBuilder();
            for (int line = 0; line < 10; line++) {
                list.append("https://www.example.com/");
                for (int i = 2 + random.nextInt(3); i > 0; i--) {
                    list.append(signs.get(random.nextInt(signs.size())));
                }
                list.append(".html\n");
            }
            String misread = ((Decoded) TextDecoding.of(list.toString().getBytes(GB18030))).text();
            assertThat(OddCharacters.prevailIn(list.toString())).as("%s", list).isFalse();
            assertThat(OddCharacters.prevailIn(misread)).as("%s", misread).isTrue();
        }
    }

    /** GB 2312's characters whose two bytes are one character in UTF-8 too. */
    private static List<String> ambiguousSigns() {
        List<String> signs = new ArrayList<>();
        for (int lead = 0xC2; lead <= 0xDF; lead++) {
            for (int trail = 0xA1; trail <= 0xBF; trail++) {
                signs.add(new String(new byte[] {(byte) lead, (byte) trail}, GB18030));
            }
        }
        return signs;
    }
}
