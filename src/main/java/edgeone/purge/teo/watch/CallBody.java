package edgeone.purge.teo.watch;

import java.util.Arrays;

/** The body of a request, or the beginning of a reply's. Immutable. */
public final class CallBody {
    /** What is kept of a reply, in bytes. */
    public static final int LONGEST_REPLY = 272 * 1024;

    private final byte[] start;
    private final long size;

    private CallBody(byte[] start, long size) {
        this.start = start;
        this.size = size;
    }

    /**
     * A body.
     *
     * @param start its first bytes; not changed afterwards
     * @param size how many bytes there are altogether
     */
    public static CallBody of(byte[] start, long size) {
        return new CallBody(start, size);
    }

    public byte[] start() {
        return start.clone();
    }

    /** How many bytes {@link #start} has. */
    public int length() {
        return start.length;
    }

    /** How many bytes there are altogether, as far as they were read. */
    public long size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallBody body
                && size == body.size
                && Arrays.equals(start, body.start);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(start);
    }

    /** Its size only: it may hold what must not be logged. */
    @Override
    public String toString() {
        return size + " bytes";
    }
}
