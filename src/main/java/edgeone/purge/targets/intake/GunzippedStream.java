package edgeone.purge.targets.intake;

import edgeone.purge.targets.intake.UnreadableException.Reason;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of a gzip file, guarded against decompression bombs: at most {@value #MOST} bytes,
 * and past the first {@value #FREE} of them at most {@value #RATIO} times what it was packed into.
 */
final class GunzippedStream extends InputStream {
    static final long MOST = 1L << 30;
    static final long FREE = 8L << 20;
    static final int RATIO = 250;

    private final CappedStream packed;
    private final InputStream inflated;
    private long bytes;

    GunzippedStream(InputStream in) throws IOException {
        packed = new CappedStream(in, Long.MAX_VALUE, Reason.TOO_LARGE);
        try {
            inflated = new GZIPInputStream(packed, 1 << 16);
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = inflated.read(buffer, offset, length);
        } catch (EOFException | ZipException e) {
            throw broken(e);
        }
        bytes += Math.max(0, count);
        if (bytes > MOST || (bytes > FREE && bytes / RATIO > packed.bytes())) {
            throw new UnreadableException(Reason.GZIP_BOMB);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        inflated.close();
    }

    private static UnreadableException broken(IOException cause) {
        UnreadableException broken = new UnreadableException(Reason.BROKEN_GZIP);
        broken.initCause(cause);
        return broken;
    }
}
