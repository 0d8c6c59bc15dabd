package edgeone.purge.journal.rows;

import edgeone.purge.files.OwnerOnly;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The processes that work in a home folder. Each holds an OS lock on a file of its own while it
 * lives. The system releases it however the process ends, so a lock that can be taken belongs to a
 * dead process.
 */
public final class Owners implements AutoCloseable {
    private final Path home;
    private final Path folder;
    private volatile @Nullable Registration registration;
    private boolean closed;

    private Owners(Path home) {
        this.home = home;
        folder = home.resolve("owners");
    }

    /** A registered process. */
    private record Registration(String id, Path file, FileChannel channel, FileLock lock) {}

    /** The owners of a home folder, without this process. */
    public static Owners of(Path home) {
        return new Owners(home);
    }

    /** The owners of a home folder, with this process registered. */
    public static Owners register(Path home) throws IOException {
        Owners owners = of(home);
        owners.register();
        return owners;
    }

    /** Registers this process, once; not after {@link #close}. */
    public synchronized void register() throws IOException {
        if (closed) {
            return;
        }
        OwnerOnly.createFolder(home);
        OwnerOnly.createFolder(folder);
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        Path file = folder.resolve(id + ".lock");
        OwnerOnly.createFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        registration = new Registration(id, file, channel, channel.lock());
    }

    /**
     * The ID of this process, as stored with its jobs.
     *
     * @throws IllegalStateException if it is not registered yet
     */
    public String id() {
        Registration mine = registration;
        if (mine == null) {
            throw new IllegalStateException("not registered in " + home);
        }
        return mine.id();
    }

    /** Whether the process with the ID {@code owner} is alive; true if in doubt. */
    public boolean isAlive(String owner) {
        if (owner.equals(id())) {
            return true;
        }
        Path file = folder.resolve(owner + ".lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock gone = other.tryLock();
            if (gone == null) {
                return true;
            }
            gone.release();
            Files.deleteIfExists(file);
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return Files.exists(file);
        }
    }

    /** Whether {@code owner} is another process that is alive. */
    public boolean isAnotherAlive(String owner) {
        return !owner.equals(id()) && isAlive(owner);
    }

    @Override
    public synchronized void close() {
        closed = true;
        Registration mine = registration;
        if (mine == null) {
            return;
        }
        try {
            mine.lock().release();
            mine.channel().close();
            Files.deleteIfExists(mine.file());
        } catch (IOException e) {
            // The next process to ask finds the leftover file unlocked and deletes it.
        }
    }
}
