package edgeone.purge.targets.intake.source;

import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream that is longer than any list of targets with an error. */
final class CappedStream extends FilterInputStream {
    private final long most;
    private final Reason reason;
    private long bytes;

    CappedStream(InputStream in, long most, Reason reason) {
        super(in);
        this.most = most;
        this.reason = reason;
    }

    /** Bytes that have passed. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws UnreadableException {
        bytes += more;
        if (bytes > most) {
            throw new UnreadableException(reason);
        }
    }
}
