package edgeone.purge.emulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads request heads from a connection and frames their bodies. */
final class RequestReader {
    private static final int LONGEST_HEAD = 256 * 1024;

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** Returns the next request; empty if the client closed the connection after the last one. */
    Optional<Received> next() throws IOException {
        String first = line(true);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new IOException("not a request line");
        }
        List<Header> headers = new ArrayList<>();
        int size = first.length();
        for (String line = line(false); !line.isEmpty(); line = line(false)) {
            size += line.length();
            int colon = line.indexOf(':');
            if (colon <= 0 || size > LONGEST_HEAD) {
                throw new IOException("not a header, or too many");
            }
            headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).trim()));
        }
        return Optional.of(new Received(parts[0], parts[1], headers, bodyOf(headers)));
    }

    private InputStream bodyOf(List<Header> headers) throws IOException {
        boolean chunked = false;
        long length = 0;
        for (Header header : headers) {
            switch (header.name().toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = lengthOf(header.value());
                case "transfer-encoding" ->
                        chunked = header.value().toLowerCase(Locale.ROOT).contains("chunked");
                case "expect" -> {
                    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
                default -> {}
            }
        }
        return chunked ? new Chunked() : new Counted(length);
    }

    private static long lengthOf(String text) throws IOException {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IOException("not a length", e);
        }
    }

    private String line(boolean mayEnd) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                if (mayEnd && bytes.size() == 0) {
                    return "";
                }
                throw new EOFException("connection closed by the client");
            }
            if (bytes.size() > LONGEST_HEAD) {
                throw new IOException("line too long");
            }
            if (b != '\r') {
                bytes.write(b);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A body of a known length. */
    private final class Counted extends InputStream {
        private long left;

        Counted(long length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(left, length));
            if (n < 0) {
                throw new EOFException("connection closed by the client");
            }
            left -= n;
            return n;
        }
    }

    /** A body in chunks. */
    private final class Chunked extends InputStream {
        private long left;
        private boolean begun;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                nextChunk();
            }
            if (ended) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(left, length));
            if (n < 0) {
                throw new EOFException("connection closed by the client");
            }
            left -= n;
            return n;
        }

        private void nextChunk() throws IOException {
            if (begun) {
                line(false);
            }
            begun = true;
            String size = line(false);
            try {
                left = Long.parseLong(size.replaceFirst(";.*", "").trim(), 16);
            } catch (NumberFormatException e) {
                throw new IOException("not a chunk size", e);
            }
            if (left == 0) {
                ended = true;
                while (!line(false).isEmpty()) {
                    // trailers are ignored
                }
            }
        }
    }
}
