package edgeone.purge.journal.calls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A body as the journal keeps it: one byte that says whether it was cut, then the text, deflated
 * with a dictionary of what EdgeOne's bodies are made of, as most are short.
 */
public final class Packed {
    /** What is kept of a body, in bytes. */
    static final int LONGEST = 256 * 1024;

    /** Secrets are covered before a body is cut; a longer one may be left in part at the end. */
    private static final int MARGIN = 8 * 1024;

    private static final int WHOLE = 1;
    private static final int CUT = 2;

    /** Never changed: what is in a journal was packed with it. The most frequent come last. */
    private static final String DICTIONARY =
            "<!DOCTYPE html><html><head><title></title></head><body></body></html>"
                + "\"Filters\":[{\"Name\":\"job-id\",\"Values\":[\"type\"\"StartTime\":\"2026-"
                + "\"EndTime\":\"\"Offset\":0,\"Limit\":1000,\"ZoneId\":\"zone-"
                + "\"Zones\":[{\"ZoneName\":\"\"AliasZoneName\":\"\"Area\":\"global\"\"Status\":"
                + "\"active\"\"Paused\":false,\"AccelerationDomains\":[{\"DomainName\":\"online\""
                + "\"PurgeQuota\":[{\"Batch\":\"Daily\":\"DailyAvailable\":\"purge_prefix\""
                + "\"purge_host\"\"purge_all\"\"purge_cache_tag\"\"Type\":\"purge_url\""
                + "\"Method\":\"delete\"\"Method\":\"invalidate\",\"Status\":\"success\""
                + "\"CreateTime\":\"2026-\"\"UpdateTime\":\"2026-\"\"FailType\":\"\""
                + "\"FailMessage\":\"\",\"Status\":\"processing\",\"Target\":\"https://www."
                + ".example.com/\"TotalCount\":1,\"Tasks\":[{\"JobId\":\""
                + "\"Reason\":\"\"Targets\":[\"{\"Response\":{\"Error\":{\"Code\":\""
                + "RequestLimitExceeded\",\"Message\":\"\"},"
                + "{\"Response\":{\"JobId\":\"\",\"FailedList\":[],\"RequestId\":\"\"}}";

    private final byte[] bytes;

    private Packed(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Packs a body without its secrets.
     *
     * @param start its first bytes
     * @param size how many it has altogether
     * @param cover removes secrets from text
     */
    public static Packed of(byte[] start, long size, UnaryOperator<String> cover) {
        Charset charset = charset(start, size > start.length);
        byte[] covered = cover.apply(new String(start, charset)).getBytes(charset);
        boolean cut = size > start.length || covered.length > LONGEST;
        int kept = size > start.length ? Math.max(0, covered.length - MARGIN) : covered.length;
        return new Packed(deflate(covered, Math.min(kept, LONGEST), cut));
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }

    /** A packed body. */
    record Body(String text, boolean cut) {}

    static Body open(byte[] packed) {
        byte[] bytes = inflate(packed);
        boolean cut = packed[0] == CUT;
        return new Body(new String(bytes, charset(bytes, cut)), cut);
    }

    /** UTF-8 where it is, except for a character cut off at the end; else a byte a character. */
    private static Charset charset(byte[] bytes, boolean cut) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes, 0, cut ? wholeCharacters(bytes) : bytes.length);
            StandardCharsets.UTF_8.newDecoder().decode(in);
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** Where the last character begins, if that is close to the end. */
    private static int wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes.length - end < 4 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return Math.max(0, end - 1);
    }

    private static byte[] deflate(byte[] bytes, int length, boolean cut) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(cut ? CUT : WHOLE);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(dictionary());
            deflater.setInput(bytes, 0, length);
            deflater.finish();
            byte[] buffer = new byte[8 * 1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary());
            inflater.setInput(packed, 1, packed.length - 1);
            byte[] buffer = new byte[8 * 1024];
            int read = 1;
            while (!inflater.finished() && read > 0 && out.size() <= LONGEST) {
                read = inflater.inflate(buffer);
                out.write(buffer, 0, read);
            }
        } catch (DataFormatException e) {
            // Show what could be read of a damaged one.
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] dictionary() {
        return DICTIONARY.getBytes(StandardCharsets.US_ASCII);
    }
}
