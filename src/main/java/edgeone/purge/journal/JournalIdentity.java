package edgeone.purge.journal;

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
 * Which files SQLite has open: the journal, its write-ahead log and its shared memory. A file that
 * is removed or replaced while it is open can still be written, and is lost when it is closed; so
 * what stands at the path is compared with what was opened.
 *
 * <p>On Linux and macOS a file is known by its device and inode, which no other file can have while
 * it is open. Windows gives no such key, and needs none: SQLite opens its files without {@code
 * FILE_SHARE_DELETE}, so that Windows refuses to remove, rename or replace them, and to rename a
 * folder above them, until they are closed; whether they are there at all is looked at even so.
 *
 * <p>A file that is written over in place keeps its inode. It is seen where that made it shorter
 * than SQLite knows it to be.
 *
 * <p>The files are looked at and never opened: closing a file drops every POSIX lock this process
 * has on it, SQLite's too.
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

    /** The identity of the files of a journal that is open. */
    static JournalIdentity of(Path journal) throws IOException {
        List<Optional<Object>> keys = new ArrayList<>();
        for (String suffix : SUFFIXES) {
            keys.add(key(beside(journal, suffix)));
        }
        return new JournalIdentity(journal, List.copyOf(keys), Files.size(journal));
    }

    /** What a file is known by; empty where there is none. */
    static Optional<Object> key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? "there" : key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * The first of the files that is not the one that was opened; null where all are. One that
     * cannot be looked at, on a disk that is gone, counts as another.
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

    /** Whether the journal is shorter than when it was last looked at. */
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

    /** The size of the journal when it was last looked at, in bytes. */
    long size() {
        return size;
    }

    private static Path beside(Path journal, String suffix) {
        return journal.resolveSibling(journal.getFileName() + suffix);
    }
}
