package edgeone.purge.targets.intake.source;

import edgeone.purge.targets.TextDecoding.Encoding;
import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The one place where a stream of bytes becomes text. A byte order mark decides and is dropped;
 * without one the bytes must be of the encoding asked for, normally UTF-8. Where they are not, an
 * encoding they are valid in is named, and never used.
 */
final class Decoding extends FilterReader {
    private final Gb18030Check guess;

    private Decoding(Reader text, Gb18030Check guess) {
        super(text);
        this.guess = guess;
    }

    /**
     * The text of bytes.
     *
     * @param encoding what bytes without a byte order mark are
     * @return a reader that throws {@link UnreadableException} at bytes that are not of the
     *     encoding
     */
    static Reader reader(InputStream in, Charset encoding) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 3);
        byte[] start = bytes.readNBytes(3);
        int mark = 0;
        Charset charset = encoding;
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
            charset = StandardCharsets.UTF_8;
        } else if (starts(start, 0xFF, 0xFE)) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        } else if (starts(start, 0xFE, 0xFF)) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        }
        bytes.unread(start, mark, start.length - mark);
        Gb18030Check guess =
                new Gb18030Check(bytes, mark == 0 && encoding.equals(StandardCharsets.UTF_8));
        return new Decoding(
                new InputStreamReader(
                        guess,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                guess);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (CharacterCodingException e) {
            throw undecodable(e);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw undecodable(e);
        }
    }

    private UnreadableException undecodable(CharacterCodingException cause) throws IOException {
        UnreadableException wrong =
                guess.isLikely()
                        ? new UnreadableException(
                                Reason.OTHER_ENCODING, 0, Encoding.GB18030.ianaName())
                        : new UnreadableException(Reason.NOT_UTF8);
        wrong.initCause(cause);
        return wrong;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
