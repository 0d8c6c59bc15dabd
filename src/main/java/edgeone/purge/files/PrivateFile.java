package edgeone.purge.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * One small file that only its owner may read (POSIX; elsewhere the folder's own access list
 * holds), and that always holds either the old or the new content in full, even after a power cut.
 */
public final class PrivateFile {
    private static final int LARGEST_BYTES = 16 << 20;
    private static final String STAMP = "yyyyMMdd-HHmmss";

    private final Path path;

    public PrivateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    /**
     * Returns the whole content; empty if there is no such file.
     *
     * @throws IOException also for a file over 16 MB, far larger than any of ours
     */
    public Optional<byte[]> read() throws IOException {
        try (var in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(LARGEST_BYTES + 1);
            if (content.length > LARGEST_BYTES) {
                throw new IOException(path + " is larger than " + LARGEST_BYTES + " bytes");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces the content, on disk when this returns. Creates the folder if missing. */
    public void write(byte[] content) throws IOException {
        Path folder = folder();
        OwnerOnly.createFolder(folder);
        Path temporary = Files.createTempFile(folder, path.getFileName() + ".", ".new");
        try {
            OwnerOnly.restrict(temporary);
            try (FileChannel channel =
                    FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE))) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            replaceWith(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
        syncFolder(folder);
    }

    /**
     * Moves the file out of the way, under a name with the time, never over another file.
     *
     * @return where it is now
     */
    public Path setAside(Clock clock) throws IOException {
        return setAside("damaged", clock);
    }

    /**
     * Moves the file out of the way, under a name with the reason and the time.
     *
     * @param why the reason, one word of the new name
     * @return where it is now
     */
    public Path setAside(String why, Clock clock) throws IOException {
        DateTimeFormatter stamp = DateTimeFormatter.ofPattern(STAMP).withZone(ZoneOffset.UTC);
        String name = path.getFileName() + "." + why + "-" + stamp.format(clock.instant());
        for (int n = 1; ; n++) {
            Path aside = path.resolveSibling(n == 1 ? name : name + "-" + n);
            if (Files.notExists(aside)) {
                Files.move(path, aside);
                return aside;
            }
        }
    }

    private void replaceWith(Path temporary) throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder() throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException(path + " has no parent folder");
        }
        return folder;
    }

    /** Makes the move itself durable; only POSIX allows opening a folder for that. */
    private static void syncFolder(Path folder) throws IOException {
        if (OwnerOnly.isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
