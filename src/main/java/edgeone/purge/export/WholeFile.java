package edgeone.purge.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
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
import java.util.Objects;
import java.util.UUID;

/** Writes a file atomically: it is either complete or unchanged. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes the content.
     *
     * @param <X> what else than the disk may end it; the file stays as it was then, too
     */
    @FunctionalInterface
    public interface Content<X extends Exception> {
        void writeTo(Writer writer) throws IOException, X;
    }

    /**
     * Writes the bytes.
     *
     * @param <X> as with {@link Content}
     */
    @FunctionalInterface
    interface Bytes<X extends Exception> {
        void writeTo(OutputStream out) throws IOException, X;
    }

    /**
     * Writes text, in UTF-8, next to the file and moves it there; writes directly to anything but a
     * regular file, such as a pipe.
     *
     * @throws IOException if it cannot be written; an existing file is unchanged
     */
    public static <X extends Exception> void replace(Path file, Content<X> content)
            throws IOException, X {
        replaceBytes(
                file,
                (Bytes<X>)
                        out -> {
                            Writer writer =
                                    new BufferedWriter(
                                            new OutputStreamWriter(out, StandardCharsets.UTF_8));
                            content.writeTo(writer);
                            writer.flush();
                        });
    }

    /** The same as {@link #replace} for bytes. */
    static <X extends Exception> void replaceBytes(Path file, Bytes<X> content)
            throws IOException, X {
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
        // Also gone if the program ends meanwhile.
        part.toFile().deleteOnExit();
        try {
            write(part, file, content);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static <X extends Exception> void write(Path part, Path file, Bytes<X> content)
            throws IOException, X {
        try {
            write(part, content);
        } catch (UncheckedIOException e) {
            throw explained(part, file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw explained(part, file, e);
        }
    }

    private static IOException explained(Path part, Path file, IOException e) {
        return !(e instanceof CanceledExportException) && DiskFullException.isFull(part)
                ? new DiskFullException(file, e)
                : e;
    }

    private static <X extends Exception> void write(Path part, Bytes<X> content)
            throws IOException, X {
        try (FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }
}
