package edgeone.purge.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file atomically: it is either complete or unchanged. */
final class WholeFile {
    private WholeFile() {}

    /** Writes the content. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Writes the bytes. */
    @FunctionalInterface
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same as {@link #replaceBytes} for text, in UTF-8. */
    static void replace(Path file, Content content) throws IOException {
        replaceBytes(
                file,
                out -> {
                    Writer writer =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    content.writeTo(writer);
                    writer.flush();
                });
    }

    /**
     * Writes next to the file and moves the result over it; writes directly to anything but a
     * regular file, such as a pipe.
     */
    static void replaceBytes(Path file, Bytes content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            try (OutputStream out = Files.newOutputStream(target)) {
                content.writeTo(out);
            }
            return;
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new FileSystemException(file.toString(), null, "is read-only");
        }
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        try {
            write(part, content);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(Path part, Bytes content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }
}
