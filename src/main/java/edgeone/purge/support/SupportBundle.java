package edgeone.purge.support;

import edgeone.purge.files.PrivateFile;
import edgeone.purge.secrets.SecretScan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file for support: log, versions, settings, recent jobs. Every part is scanned for known
 * secrets before it is packed; if one is found, nothing is saved. Not thread-safe.
 */
public final class SupportBundle {
    /** The bytes of each log file that are included, from its end. */
    private static final int LOG_BYTES = 4 << 20;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A known secret is inside; nothing was saved. */
    public static final class LeakException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String part;
        private final transient SecretScan.Finding finding;

        LeakException(String part, SecretScan.Finding finding) {
            super("secret of " + finding.name() + " found in " + part);
            this.part = part;
            this.finding = finding;
        }

        /** The part that contains it. */
        public String part() {
            return part;
        }

        /** Whose secret it is, and its form. */
        public SecretScan.Finding finding() {
            return finding;
        }
    }

    public SupportBundle text(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds the versions of program and platform; no environment, no paths, no arguments. */
    public SupportBundle versions(String programVersion) {
        StringBuilder text = new StringBuilder("program=" + programVersion + "\n");
        for (String property :
                new String[] {
                    "java.version",
                    "java.vendor",
                    "java.vm.name",
                    "os.name",
                    "os.version",
                    "os.arch",
                    "javafx.version",
                    "file.encoding",
                    "user.language"
                }) {
            text.append(property).append('=').append(System.getProperty(property)).append('\n');
        }
        return text("versions.txt", text.toString());
    }

    /** Adds the ends of the files in a log folder; nothing if there is no such folder. */
    public SupportBundle logs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(SupportBundle::isLog).sorted().toList()) {
                parts.put("log/" + file.getFileName(), end(file));
            }
        }
        return this;
    }

    /** The names of the parts so far. */
    public List<String> entries() {
        return List.copyOf(parts.keySet());
    }

    /**
     * Saves the bundle.
     *
     * @throws LeakException a known secret is inside; the file was not touched
     */
    public void save(Path file, SecretScan scan) throws LeakException, IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            byte[] name = part.getKey().getBytes(StandardCharsets.UTF_8);
            Optional<SecretScan.Finding> found =
                    scan.scan(part.getValue()).or(() -> scan.scan(name));
            if (found.isPresent()) {
                throw new LeakException(part.getKey(), found.get());
            }
        }
        new PrivateFile(file).write(zipped());
    }

    /** Without their lock files. */
    private static boolean isLog(Path file) {
        return Files.isRegularFile(file) && file.toString().endsWith(".log");
    }

    private byte[] zipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(FileTime.from(Instant.EPOCH));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Whole lines only, so that no part of a secret escapes the scan. */
    private static byte[] end(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            long size = channel.size();
            channel.position(Math.max(0, size - LOG_BYTES));
            var buffer = ByteBuffer.allocate(Math.toIntExact(Math.min(size, LOG_BYTES)));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            byte[] content = new byte[buffer.position()];
            buffer.flip().get(content);
            return size > LOG_BYTES ? fromSecondLine(content) : content;
        }
    }

    private static byte[] fromSecondLine(byte[] content) {
        int at = 0;
        while (at < content.length && content[at] != '\n') {
            at++;
        }
        return Arrays.copyOfRange(content, Math.min(at + 1, content.length), content.length);
    }
}
