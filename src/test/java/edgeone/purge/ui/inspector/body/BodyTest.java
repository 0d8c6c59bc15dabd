package edgeone.purge.ui.inspector.body;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.model.call.CallText;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Whatever a body consists of, it is shown as visible text and copied as it came. */
final class BodyTest {
    private static Body of(String text) {
        return Body.of(new CallText(text, (long) text.length(), false));
    }

    private static List<BodyLine> all(List<BodyLine> lines) {
        List<BodyLine> all = new ArrayList<>();
        for (BodyLine line : lines) {
            all.add(line);
            all.addAll(all(line.lines()));
        }
        return all;
    }

    private static List<String> texts(String body) {
        return all(of(body).lines()).stream().map(BodyLine::text).toList();
    }

    @Test
    void jsonFoldsByItsObjectsAndArrays() {
        assertThat(texts("{\"Response\":{\"Tasks\":[{\"A\":1},\"x\"],\"B\":null,\"C\":true}}"))
                .containsExactly(
                        "{1}",
                        "\"Response\": {3}",
                        "\"Tasks\": [2]",
                        "{1}",
                        "\"A\": 1",
                        "\"x\"",
                        "\"B\": null",
                        "\"C\": true");
        assertThat(of("{\"a\":[1,{\"b\":\"c\"}]}").copied())
                .isEqualTo(
                        """
                        {
                          "a": [
                            1,
                            {
                              "b": "c"
                            }
                          ]
                        }\
                        """);
    }

    @Test
    void manyElementsAreFoldedAtFirst() {
        StringBuilder many = new StringBuilder("{\"a\":[0");
        for (int i = 1; i < 5_000; i++) {
            many.append(',').append(i);
        }
        BodyLine root = of(many + "],\"b\":[1]}").lines().getFirst();

        assertThat(root.isOpen()).isTrue();
        assertThat(root.lines()).extracting(BodyLine::isOpen).containsExactly(false, true);
    }

    @Test
    void whatHasNoShapeIsMadeVisible() {
        String word = "\u202Egpj\u001B[2J\u200B\n\"";
        assertThat(texts("{\"a\u202E\":\"" + "\\u202E\\u001B[2J\\n\\\"\\\\" + "\"}"))
                .containsExactly("{1}", "\"a\\u{202E}\": \"\\u{202E}\\u{1B}[2J\\u{A}\\\"\\\\\"");
        Body html = of("<html>\r\n<b>" + word + "</b>\n");
        assertThat(html.lines())
                .extracting(BodyLine::text)
                .containsExactly("<html>", "<b>\\u{202E}gpj\\u{1B}[2J\\u{200B}", "\"</b>", "");
        assertThat(html.copied()).isEqualTo("<html>\r\n<b>" + word + "</b>\n");
    }

    @Test
    void longTextsAreBrokenAndLongValuesShortened() {
        Body text = of("x".repeat(1_000));
        assertThat(text.lines()).hasSize(7);
        assertThat(text.lines()).allSatisfy(l -> assertThat(l.text().length()).isLessThan(200));
        Body value = of("{\"a\":\"" + "y".repeat(100_000) + "\"}");
        BodyLine line = value.lines().getFirst().lines().getFirst();
        assertThat(line.text()).hasSizeLessThan(500).endsWith("…\"");
        assertThat(line.copied()).hasSize(100_000);
    }

    @Test
    void whatIsAlmostJsonIsText() {
        for (String odd : List.of("{\"a\":", "[1]", "{} {}", "", "{\"a\":1}x")) {
            assertThat(of(odd).copied()).isEqualTo(odd);
            assertThat(texts(odd)).containsExactly(odd);
        }
        String deep = "{\"a\":".repeat(5_000);
        assertThat(of(deep).copied()).isEqualTo(deep);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Body.of(CallText.NONE).lines()).isEmpty();
    }
}
