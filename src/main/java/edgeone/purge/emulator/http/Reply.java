package edgeone.purge.emulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A reply; {@code Content-Length}, {@code Date} and {@code Connection} are added when it is
 * written.
 */
public record Reply(int status, List<Header> headers, Content content) {
    public Reply {
        headers = List.copyOf(headers);
    }

    /** A body whose length is known before it is written. */
    public interface Content {
        long length();

        /** Writes the first {@code limit} bytes, or all if there are fewer. */
        void write(OutputStream out, long limit) throws IOException;
    }

    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(
                status, List.of(new Header("Content-Type", contentType)), new Bytes(body.clone()));
    }

    /** A reply without a body or a content type. */
    public static Reply empty(int status) {
        return new Reply(status, List.of(), new Bytes(new byte[0]));
    }

    public Reply withBody(byte[] body) {
        return new Reply(status, headers, new Bytes(body.clone()));
    }

    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, content);
    }

    /** A body of one repeated byte between two texts; streamed, so it may be very long. */
    public static Content filled(String before, char fill, long count, String after) {
        return new Filled(
                before.getBytes(StandardCharsets.UTF_8),
                (byte) fill,
                count,
                after.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Bytes implements Content {
        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void write(OutputStream out, long limit) throws IOException {
            out.write(bytes, 0, (int) Math.min(limit, bytes.length));
        }
    }

    private static final class Filled implements Content {
        private final byte[] before;
        private final byte fill;
        private final long count;
        private final byte[] after;

        Filled(byte[] before, byte fill, long count, byte[] after) {
            this.before = before;
            this.fill = fill;
            this.count = count;
            this.after = after;
        }

        @Override
        public long length() {
            return before.length + count + after.length;
        }

        @Override
        public void write(OutputStream out, long limit) throws IOException {
            out.write(before, 0, (int) Math.min(limit, before.length));
            long left = Math.min(limit - before.length, count);
            byte[] block = new byte[Math.clamp(left, 1, 65_536)];
            Arrays.fill(block, fill);
            for (; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
            long rest = limit - before.length - count;
            if (rest > 0) {
                out.write(after, 0, (int) Math.min(rest, after.length));
            }
        }
    }
}
