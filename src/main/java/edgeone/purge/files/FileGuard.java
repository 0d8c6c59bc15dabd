package edgeone.purge.files;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps other processes, and other threads of this one, from changing a file between reading and
 * replacing it. Locks a {@code .lock} file next to it, which is never deleted: a lock on the file
 * itself would be lost with every replacement. The system releases the lock of a process that dies.
 */
public final class FileGuard implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_NANOS = 5_000_000;

    private final FileChannel channel;

    private FileGuard(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws IOException if another process does not release it within 20 s
     */
    public static FileGuard of(PrivateFile file) throws IOException {
        Path lock = file.path().resolveSibling(file.path().getFileName() + ".lock");
        Path folder = lock.getParent();
        if (folder != null) {
            OwnerOnly.createFolder(folder);
        }
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            OwnerOnly.restrict(lock);
            await(channel, lock);
            return new FileGuard(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void await(FileChannel channel, Path lock) throws IOException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (tryLock(channel) == null) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(lock + " is locked by another program");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while waiting for " + lock);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
