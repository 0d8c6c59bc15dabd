package edgeone.purge.targets.intake.source;

import edgeone.purge.targets.TextDecoding.Encoding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Looks on at bytes that pass, and can say whether all of them are GB18030. */
final class Gb18030Check extends FilterInputStream {
    private final CharsetDecoder decoder =
            Charset.forName(Encoding.GB18030.ianaName())
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer ignored = CharBuffer.allocate(8_192);
    private byte[] rest = {};
    private boolean possible;

    /**
     * Looks on.
     *
     * @param possible whether there is anything to find out
     */
    Gb18030Check(InputStream in, boolean possible) {
        super(in);
        this.possible = possible;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            check(buffer, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads to the end to find out. */
    boolean isLikely() throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (possible && read(buffer, 0, buffer.length) >= 0) {
            // Every byte counts.
        }
        return possible && rest.length == 0;
    }

    private void check(byte[] bytes, int offset, int count) {
        if (!possible || (rest.length == 0 && isAscii(bytes, offset, count))) {
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(rest.length + count);
        in.put(rest).put(bytes, offset, count).flip();
        CoderResult result;
        do {
            ignored.clear();
            result = decoder.decode(in, ignored, false);
        } while (result.isOverflow());
        possible = !result.isError();
        rest = new byte[in.remaining()];
        in.get(rest);
    }

    private static boolean isAscii(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
