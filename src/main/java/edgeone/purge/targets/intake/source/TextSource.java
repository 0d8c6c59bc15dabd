package edgeone.purge.targets.intake.source;

import edgeone.purge.targets.intake.finding.UnreadableException;
import edgeone.purge.targets.intake.finding.UnreadableException.Reason;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a text comes from. What is packed with gzip is unpacked, whatever its name. */
public final class TextSource {
    /** The longest text, in bytes as it lies there. */
    public static final long LONGEST = 256L << 20;

    private final Opener opener;
    private final @Nullable Path file;
    private final Charset encoding;

    @FunctionalInterface
    private interface Opener {
        Reader open() throws IOException;
    }

    private TextSource(Opener opener, @Nullable Path file, Charset encoding) {
        this.opener = opener;
        this.file = file;
        this.encoding = encoding;
    }

    public static TextSource pasted(String text) {
        return new TextSource(
                () -> new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text),
                null,
                StandardCharsets.UTF_8);
    }

    public static TextSource file(Path file) {
        return file(file, StandardCharsets.UTF_8);
    }

    /**
     * A file.
     *
     * @param encoding what a file without a byte order mark is
     */
    public static TextSource file(Path file, Charset encoding) {
        boolean packed =
                file.getFileName() != null
                        && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new TextSource(
                () -> decoded(Files.newInputStream(file), packed, encoding), file, encoding);
    }

    /**
     * A stream that can be read once.
     *
     * @param encoding what a text without a byte order mark is
     */
    public static TextSource stream(InputStream in, Charset encoding) {
        return new TextSource(() -> decoded(in, false, encoding), null, encoding);
    }

    public Reader open() throws IOException {
        return opener.open();
    }

    /** The file of that name in the same folder; packed or not, whatever it is called. */
    public Optional<TextSource> beside(String name) {
        if (file == null || name.isEmpty() || name.contains("/") || name.contains("\\")) {
            return Optional.empty();
        }
        String other = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name + ".gz";
        for (String candidate : List.of(name, other)) {
            try {
                Path sibling = file.resolveSibling(candidate);
                if (Files.isRegularFile(sibling)) {
                    return Optional.of(file(sibling, encoding));
                }
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The text of bytes.
     *
     * @param namedPacked whether the name promises gzip
     */
    private static Reader decoded(InputStream in, boolean namedPacked, Charset encoding)
            throws IOException {
        try {
            BufferedInputStream bytes =
                    new BufferedInputStream(
                            new CappedStream(in, LONGEST, Reason.TOO_LARGE), 1 << 16);
            bytes.mark(2);
            boolean packed = bytes.read() == 0x1F && bytes.read() == 0x8B;
            bytes.reset();
            if (namedPacked && !packed) {
                throw new UnreadableException(Reason.NOT_GZIP);
            }
            return Decoding.reader(packed ? new GunzippedStream(bytes) : bytes, encoding);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
