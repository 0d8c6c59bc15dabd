package edgeone.purge.probe.http;

import edgeone.purge.model.probe.Answer;

import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Response;

import okio.Buffer;
import okio.BufferedSource;
import okio.HashingSource;
import okio.Okio;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is kept of an answer, and as much of its body as is needed. */
final class AnswerReader {
    /** Bytes of a whole object that are read, at most. */
    static final long LONGEST_OBJECT = 16L * 1024 * 1024;

    /** Bytes that are read, at most, where only the first was asked for. */
    static final long LONGEST_START = 64L * 1024;

    private static final int LONGEST_VALUE = 2_048;
    private static final int PARTIAL = 206;
    private static final Pattern RANGE = Pattern.compile("bytes (?:\\d+-\\d+|\\*)/(\\d{1,18})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

    private final long limit;

    /**
     * @param full whether the whole object was asked for
     */
    AnswerReader(boolean full) {
        limit = full ? LONGEST_OBJECT : LONGEST_START;
    }

    Answer read(Response response, Call call) throws IOException {
        Body body = body(response, call);
        Headers headers = response.headers();
        boolean part = response.code() == PARTIAL;
        return new Answer(
                response.code(),
                value(headers, "EO-Cache-Status"),
                age(headers),
                date(headers),
                value(headers, "ETag"),
                value(headers, "Last-Modified"),
                value(headers, "Vary"),
                part ? ofRange(headers) : body.whole(response.body().contentLength()),
                body.cut ? body.read : null,
                part || body.cut ? null : body.sha256,
                value(headers, "Location"),
                value(headers, "EO-LOG-UUID"));
    }

    private record Body(long read, boolean cut, String sha256) {
        /**
         * @param announced -1 if the length was not announced
         */
        @Nullable Long whole(long announced) {
            if (cut) {
                return announced < 0 ? null : announced;
            }
            return read;
        }
    }

    private Body body(Response response, Call call) throws IOException {
        HashingSource hashing = HashingSource.sha256(response.body().source());
        BufferedSource source = Okio.buffer(hashing);
        long read = 0;
        Buffer block = new Buffer();
        while (true) {
            long more = source.read(block, 64 * 1024);
            if (more < 0) {
                return new Body(read, false, hashing.hash().hex());
            }
            read += more;
            block.clear();
            if (read > limit) {
                // Otherwise closing would read on for a while.
                call.cancel();
                return new Body(read, true, "");
            }
        }
    }

    private static @Nullable String value(Headers headers, String name) {
        String value = headers.get(name);
        return value == null || value.length() <= LONGEST_VALUE
                ? value
                : value.substring(0, LONGEST_VALUE);
    }

    /** The largest: an older object must not look younger. Null if one cannot be read. */
    private static @Nullable Long age(Headers headers) {
        Long largest = null;
        for (String value : headers.values("Age")) {
            if (!SECONDS.matcher(value.strip()).matches()) {
                return null;
            }
            long age = Long.parseLong(value.strip());
            largest = largest == null ? age : Math.max(largest, age);
        }
        return largest;
    }

    /** The earliest, for the same reason. */
    private static @Nullable Instant date(Headers headers) {
        return headers.values("Date").stream()
                .map(AnswerReader::instant)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Long ofRange(Headers headers) {
        Matcher range = RANGE.matcher(Objects.requireNonNullElse(headers.get("Content-Range"), ""));
        return range.matches() ? Long.valueOf(range.group(1)) : null;
    }
}
