package edgeone.purge.targets;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The bytes of a file as text. A byte order mark decides and is dropped; without one the bytes must
 * be UTF-8. Nothing is replaced: one invalid byte makes the whole file undecodable.
 */
public sealed interface TextDecoding {
    /**
     * The file was decoded, every byte of it.
     *
     * @param guessed whether only the bytes themselves suggest the encoding: there is no byte order
     *     mark, and not all is ASCII
     */
    record Decoded(String text, Encoding encoding, boolean guessed) implements TextDecoding {}

    /**
     * The file is in none of the accepted encodings.
     *
     * @param likely an encoding its bytes are valid in; a guess, never used to decode it
     */
    record Undecodable(@Nullable Encoding likely) implements TextDecoding {}

    /** How text becomes bytes. Names are IANA's, which {@code iconv} also accepts. */
    enum Encoding {
        UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
        UTF_16_LE("UTF-16LE", 0xFF, 0xFE),
        UTF_16_BE("UTF-16BE", 0xFE, 0xFF),

        /**
         * Reported, never decoded: nearly any bytes are valid, so a guess would be wrong too often.
         */
        GB18030("GB18030");

        private final String ianaName;
        private final int markLength;
        private final long mark;

        Encoding(String ianaName, int... mark) {
            this.ianaName = ianaName;
            this.markLength = mark.length;
            long bits = 0;
            for (int b : mark) {
                bits = bits << 8 | b;
            }
            this.mark = bits;
        }

        public String ianaName() {
            return ianaName;
        }

        private boolean isMarkedIn(byte[] bytes) {
            if (markLength == 0 || bytes.length < markLength) {
                return false;
            }
            long bits = 0;
            for (int i = 0; i < markLength; i++) {
                bits = bits << 8 | (bytes[i] & 0xFF);
            }
            return bits == mark;
        }
    }

    /** Decodes a whole file. */
    static TextDecoding of(byte[] bytes) {
        Encoding marked =
                Stream.of(Encoding.values())
                        .filter(e -> e.isMarkedIn(bytes))
                        .findFirst()
                        .orElse(null);
        Encoding encoding = marked == null ? Encoding.UTF_8 : marked;
        int start = marked == null ? 0 : marked.markLength;
        CharBuffer text = decode(bytes, start, charset(encoding));
        if (text == null) {
            boolean chinese = marked == null && decode(bytes, 0, charset(Encoding.GB18030)) != null;
            return new Undecodable(chinese ? Encoding.GB18030 : null);
        }
        boolean guessed = marked == null && text.length() < bytes.length;
        return new Decoded(text.toString(), encoding, guessed);
    }

    private static Charset charset(Encoding encoding) {
        return switch (encoding) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case UTF_16_LE -> StandardCharsets.UTF_16LE;
            case UTF_16_BE -> StandardCharsets.UTF_16BE;
            case GB18030 -> Charset.forName(encoding.ianaName());
        };
    }

    /** Null if the bytes are not in the encoding. */
    private static @Nullable CharBuffer decode(byte[] bytes, int start, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        // No encoding here yields more characters than bytes.
        CharBuffer out = CharBuffer.allocate(in.remaining());
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isUnderflow() || !decoder.flush(out).isUnderflow()) {
            return null;
        }
        return out.flip();
    }
}
