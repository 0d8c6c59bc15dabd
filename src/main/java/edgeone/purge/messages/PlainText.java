package edgeone.purge.messages;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Collection;
import java.util.Map;

/** Replaces typographic characters that an encoding lacks with ASCII. Thread-safe. */
final class PlainText {
    private static final Map<Integer, String> SIGNS =
            Map.of(
                    0x2026, "...", 0x00B7, "-", 0x2013, "-", 0x2014, "-", 0x2212, "-", 0x2018, "'",
                    0x2019, "'", 0x201C, "\"", 0x201D, "\"");

    private final CharsetEncoder encoder;

    PlainText(Charset charset) {
        encoder = charset.newEncoder();
    }

    synchronized String of(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            String sign = Character.toString(c);
                            plain.append(
                                    encoder.canEncode(sign) ? sign : SIGNS.getOrDefault(c, sign));
                        });
        return plain.toString();
    }

    synchronized boolean holds(Collection<String> texts) {
        return texts.stream().allMatch(encoder::canEncode);
    }
}
