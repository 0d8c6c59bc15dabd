package edgeone.purge.journal.file;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files SQLite has open: the journal, its write-ahead log and its shared memory. A file that is
 * removed or replaced while open can still be written, and is lost when closed; so the files at the
 * paths are compared with those that were opened.
 *
 * <p>On Linux and macOS a file is identified by device and inode, which no other file can have
 * while it is open. Windows has no such key and needs none: SQLite opens its files without {@code
 * FILE_SHARE_DELETE}, so Windows refuses to remove, rename or replace them, or to rename a folder
 * above them, until they are closed. Whether they exist is checked all the same.
 *
 * <p>A file overwritten in place keeps its inode. This is noticed if it is now shorter than SQLite
 * expects.
 *
 * <p>The files are never opened here: closing one would drop every POSIX lock this process holds on
 * it, including SQLite's.
 */
final class JournalIdentity {
    private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

    private final Path journal;
    private final List<Optional<Object>> opened;
    private volatile long size;

    private JournalIdentity(Path journal, List<Optional<Object>> opened, long size) {
        this.journal = journal;
        this.opened = opened;
        this.size = size;
    }

    /** The identity of the files of an open journal. */
    static JournalIdentity of(Path journal) throws IOException {
        List<Optional<Object>> keys = new ArrayList<>();
        for (String suffix : SUFFIXES) {
            keys.add(key(beside(journal, suffix)));
        }
        return new JournalIdentity(journal, List.copyOf(keys), Files.size(journal));
    }

    /** The key of a file; empty if it does not exist. */
    static Optional<Object> key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? "there" : key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * The first file that is no longer the one opened; null if all are. A file that cannot be
     * examined, as on a disk that is gone, counts as changed.
     */
    @Nullable Path changed() {
        for (int i = 0; i < SUFFIXES.size(); i++) {
            Path file = beside(journal, SUFFIXES.get(i));
            try {
                if (!key(file).equals(opened.get(i))) {
                    return file;
                }
            } catch (IOException e) {
                return file;
            }
        }
        return null;
    }

    /** Whether the journal is shorter than at the last check. */
    boolean shrank() {
        try {
            long now = Files.size(journal);
            boolean shorter = now < size;
            size = now;
            return shorter;
        } catch (IOException e) {
            return true;
        }
    }

    /** The size of the journal at the last check, in bytes. */
    long size() {
        return size;
    }

    private static Path beside(Path journal, String suffix) {
        return journal.resolveSibling(journal.getFileName() + suffix);
    }
}
