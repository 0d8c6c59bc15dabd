package edgeone.purge.secrets;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds known secrets in bytes, in every form of {@link SecretForms}. Makes one pass, whatever the
 * number of secrets.
 */
public final class SecretScan {
    private static final int CHUNK = 1 << 20;
    private static final byte[] COVER = {'*', '*', '*'};

    private final Map<Integer, List<Pattern>> byFirstTwo;

    /** A fast filter, because most positions are not the start of a secret. */
    private final BitSet starts = new BitSet(1 << 16);

    private final int longest;

    private SecretScan(Map<Integer, List<Pattern>> byFirstTwo, int longest) {
        this.byFirstTwo = byFirstTwo;
        byFirstTwo.keySet().forEach(starts::set);
        this.longest = longest;
    }

    /**
     * A secret that was found; says whose it is and how it was written, never the secret itself.
     *
     * @param offset of its first byte
     */
    public record Finding(String name, Form form, long offset) {}

    /** How a secret was written. */
    public enum Form {
        PLAIN,
        UTF_16,
        BASE64,
        HEX,
        URL_ENCODED,
        JSON_ESCAPED;

        /** As shown to people: {@code base64}, {@code url-encoded} … */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final class Pattern {
        private final String name;
        private final Form form;
        private final byte[] bytes;

        Pattern(String name, Form form, byte[] bytes) {
            this.name = name;
            this.form = form;
            this.bytes = bytes;
        }

        boolean isAt(byte[] text, int at, int length) {
            int end = at + bytes.length;
            return end <= length && Arrays.equals(text, at, end, bytes, 0, bytes.length);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The first finding in {@code bytes}. */
    public Optional<Finding> scan(byte[] bytes) {
        return find(bytes, bytes.length, 0);
    }

    /** The first finding in a file of any size. */
    public Optional<Finding> scan(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return scan(in);
        }
    }

    /** The first finding in the rest of {@code in}. */
    public Optional<Finding> scan(InputStream in) throws IOException {
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        long passed = 0;
        while (true) {
            int read = in.readNBytes(window, kept, CHUNK);
            int filled = kept + read;
            Optional<Finding> found = find(window, filled, passed);
            if (found.isPresent() || read < CHUNK) {
                Wipe.bytes(window);
                return found;
            }
            // What may be the start of a secret is scanned again together with what follows.
            kept = Math.min(longest, filled);
            System.arraycopy(window, filled - kept, window, 0, kept);
            passed += filled - kept;
        }
    }

    /** The text with {@code ***} in place of every secret, in any form. */
    public String cover(String text) {
        if (byFirstTwo.isEmpty()) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream covered = null;
        int kept = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            Pattern pattern = longestAt(bytes, i);
            if (pattern == null) {
                continue;
            }
            if (covered == null) {
                covered = new ByteArrayOutputStream();
            }
            covered.write(bytes, kept, i - kept);
            covered.writeBytes(COVER);
            kept = i + pattern.bytes.length;
            i = kept - 1;
        }
        if (covered == null) {
            return text;
        }
        covered.write(bytes, kept, bytes.length - kept);
        return covered.toString(StandardCharsets.UTF_8);
    }

    private @Nullable Pattern longestAt(byte[] bytes, int at) {
        Pattern longestOfAll = null;
        for (Pattern pattern : startingAt(bytes, at)) {
            if (pattern.isAt(bytes, at, bytes.length)
                    && (longestOfAll == null || pattern.bytes.length > longestOfAll.bytes.length)) {
                longestOfAll = pattern;
            }
        }
        return longestOfAll;
    }

    private Optional<Finding> find(byte[] bytes, int length, long passed) {
        for (int i = 0; i + 1 < length; i++) {
            for (Pattern pattern : startingAt(bytes, i)) {
                if (pattern.isAt(bytes, i, length)) {
                    return Optional.of(new Finding(pattern.name, pattern.form, passed + i));
                }
            }
        }
        return Optional.empty();
    }

    private List<Pattern> startingAt(byte[] bytes, int at) {
        int start = firstTwo(bytes, at);
        return starts.get(start) ? byFirstTwo.getOrDefault(start, List.of()) : List.of();
    }

    private static int firstTwo(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    /** Collects what to look for. */
    public static final class Builder {
        private final Map<Integer, List<Pattern>> patterns = new HashMap<>();
        private int longest;

        private Builder() {}

        /** Looks for {@code secret} in all its forms; the array stays the caller's. */
        public Builder secret(String name, char[] secret) {
            SecretForms.of(secret).forEach(written -> add(name, written));
            return this;
        }

        public SecretScan build() {
            return new SecretScan(Map.copyOf(patterns), longest);
        }

        private void add(String name, SecretForms.Written written) {
            byte[] bytes = written.bytes();
            List<Pattern> sameStart =
                    patterns.computeIfAbsent(firstTwo(bytes, 0), k -> new ArrayList<>());
            if (sameStart.stream().noneMatch(p -> Arrays.equals(p.bytes, bytes))) {
                sameStart.add(new Pattern(name, written.form(), bytes));
                longest = Math.max(longest, bytes.length);
            }
        }
    }
}
