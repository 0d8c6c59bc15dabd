package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.http.Received;
import edgeone.purge.emulator.http.Reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes, as {@code Range} asks for it: {@code bytes=0-99}.
 *
 * @param last the last byte wanted
 */
record ByteRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,15})-(\\d{1,15})?");

    /** Empty if the request asks for none, or in another form, which may be ignored. */
    static Optional<ByteRange> of(Received request) {
        Matcher form = FORM.matcher(request.header("Range").orElse(""));
        if (!form.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2) == null ? Long.MAX_VALUE : Long.parseLong(form.group(2));
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    /** What of a reply is in the range; replies without an object stay as they are. */
    Reply of(Reply whole) {
        long length = whole.content().length();
        if (whole.status() != 200) {
            return whole;
        }
        if (first >= length) {
            return new Reply(416, whole.headers(), Reply.empty(416).content())
                    .with("Content-Range", "bytes */" + length);
        }
        int end = (int) Math.min(last + (last == Long.MAX_VALUE ? 0 : 1), length);
        byte[] part = Arrays.copyOfRange(bytes(whole), (int) first, end);
        return new Reply(206, whole.headers(), Reply.empty(206).withBody(part).content())
                .with("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + length);
    }

    private static byte[] bytes(Reply whole) {
        var bytes = new ByteArrayOutputStream();
        try {
            whole.content().write(bytes, whole.content().length());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
