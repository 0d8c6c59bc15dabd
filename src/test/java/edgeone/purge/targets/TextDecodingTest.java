package edgeone.purge.targets;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.targets.TextDecoding.Decoded;
import edgeone.purge.targets.TextDecoding.Encoding;
import edgeone.purge.targets.TextDecoding.Undecodable;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What a file's bytes are read as, and what is said of those that are not read. */
final class TextDecodingTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MIXED = "https://a/é/夏天/𝄞\n";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aByteOrderMarkDecidesAndIsDropped() {
        assertThat(TextDecoding.of(utf8("\uFEFF" + MIXED)))
                .isEqualTo(new Decoded(MIXED, Encoding.UTF_8, false));
        assertThat(TextDecoding.of(("\uFEFF" + MIXED).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new Decoded(MIXED, Encoding.UTF_16_LE, false));
        assertThat(TextDecoding.of(("\uFEFF" + MIXED).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(new Decoded(MIXED, Encoding.UTF_16_BE, false));
    }

    @Test
    void aFileMayHoldNothingButItsMark() {
        for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.UTF_16_LE, Encoding.UTF_16_BE)) {
            byte[] mark = "\uFEFF".getBytes(Charset.forName(encoding.ianaName()));
            assertThat(TextDecoding.of(mark)).isEqualTo(new Decoded("", encoding, false));
        }
    }

    @Test
    void onlyTheFirstMarkIsDropped() {
        assertThat(TextDecoding.of(utf8("\uFEFF\uFEFFa")))
                .isEqualTo(new Decoded("\uFEFFa", Encoding.UTF_8, false));
    }

    @Test
    void withoutAMarkItIsUtf8AndAGuessUnlessAllIsAscii() {
        assertThat(TextDecoding.of(utf8(MIXED)))
                .isEqualTo(new Decoded(MIXED, Encoding.UTF_8, true));
        assertThat(TextDecoding.of(utf8("https://a/b\n")))
                .isEqualTo(new Decoded("https://a/b\n", Encoding.UTF_8, false));
        assertThat(TextDecoding.of(new byte[0])).isEqualTo(new Decoded("", Encoding.UTF_8, false));
    }

    @Test
    void gb18030IsNamedButNeverRead() {
        assertThat(TextDecoding.of("https://a/夏天".getBytes(GB18030)))
                .isEqualTo(new Undecodable(Encoding.GB18030));
    }

    @Test
    void nothingIsReplaced() {
        byte[] latin1 = "https://a/caf\u00E9/".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(TextDecoding.of(latin1)).isEqualTo(new Undecodable(null));
        byte[] halfPair = {(byte) 0xFF, (byte) 0xFE, 0x3D, (byte) 0xD8, 'a', 0};
        assertThat(TextDecoding.of(halfPair)).isEqualTo(new Undecodable(null));
        byte[] oddLength = {(byte) 0xFE, (byte) 0xFF, 0, 'a', 0};
        assertThat(TextDecoding.of(oddLength)).isEqualTo(new Undecodable(null));
        byte[] cut = {'a', (byte) 0xE5, (byte) 0xA4};
        assertThat(TextDecoding.of(cut)).isInstanceOf(Undecodable.class);
    }

    /** Whatever is decoded becomes the same bytes again: no byte was lost or changed. */
    @Test
    void everythingDecodedCanBeEncodedBack() {
        Random random = new Random(11);
        int decoded = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(8)];
            random.nextBytes(bytes);
            if (bytes.length > 2 && random.nextBoolean()) {
                bytes[0] = (byte) 0xFF;
                bytes[1] = (byte) 0xFE;
            }
            if (TextDecoding.of(bytes) instanceof Decoded(String text, Encoding in, _)) {
                decoded++;
                byte[] back =
                        in == Encoding.UTF_8
                                ? utf8(text)
                                : ("\uFEFF" + text).getBytes(Charset.forName(in.ianaName()));
                boolean marked = bytes.length > 2 && bytes[0] == (byte) 0xEF && !text.isEmpty();
                assertThat(marked && back.length < bytes.length ? utf8("\uFEFF" + text) : back)
                        .isEqualTo(bytes);
            }
        }
        assertThat(decoded).isGreaterThan(1_000);
    }
}
