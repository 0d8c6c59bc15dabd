package edgeone.purge.engine.pace;

import edgeone.purge.files.OwnerOnly;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The pace of one key and action, shared by all processes that use the same folder. A killed
 * process leaves either its last complete pace or a detectably torn one. If the file cannot be
 * used, the pace is kept in memory, for this process alone.
 *
 * <p>The file stays open while this object is in use and is never truncated: POSIX releases a
 * process's locks on a file when any of its descriptors is closed. Uses {@link RandomAccessFile}
 * and {@code tryLock} because an interrupt closes a blocking channel.
 */
final class PaceFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PaceFile.class);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(1);

    /** Longer than any holder needs; one that takes longer is suspended, not working. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final Path path;
    private final int perSecond;
    private final PaceClock clock;
    private final ReentrantLock inProcess = new ReentrantLock();
    private @Nullable RandomAccessFile open;
    private Pace remembered;
    private boolean complained;
    private boolean used;

    PaceFile(Path path, int perSecond, PaceClock clock) {
        this.path = path;
        this.perSecond = perSecond;
        this.clock = clock;
        this.remembered = Pace.fresh(clock.wallMicros(), perSecond);
    }

    /** A changed pace, and a result for the caller. */
    record Change<T>(Pace pace, T result) {}

    /**
     * Changes the pace under the lock.
     *
     * @param change receives the pace and must not retain it; may read the clock
     */
    <T> T update(Function<Pace, Change<T>> change) throws InterruptedException {
        inProcess.lockInterruptibly();
        try {
            return updateShared(change);
        } finally {
            inProcess.unlock();
        }
    }

    private <T> T updateShared(Function<Pace, Change<T>> change) throws InterruptedException {
        FileLock lock = null;
        try {
            RandomAccessFile file = file();
            lock = lock(file);
            if (lock == null) {
                throw new IOException("locked by a suspended process");
            }
            Change<T> changed = change.apply(load(file));
            remembered = changed.pace();
            file.seek(0);
            file.write(PaceLine.encode(remembered));
            complained = false;
            used = true;
            return changed.result();
        } catch (IOException e) {
            if (!complained) {
                LOG.warn(
                        "Cannot use {}; pacing requests in this process only: {}",
                        path,
                        e.toString());
                complained = true;
            }
            Change<T> changed = change.apply(remembered);
            remembered = changed.pace();
            return changed.result();
        } finally {
            release(lock);
        }
    }

    private RandomAccessFile file() throws IOException {
        RandomAccessFile file = open;
        if (file == null) {
            OwnerOnly.createFolder(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            OwnerOnly.createFile(path);
            file = new RandomAccessFile(path.toFile(), "rw");
            open = file;
        }
        return file;
    }

    private @Nullable FileLock lock(RandomAccessFile file)
            throws IOException, InterruptedException {
        long start = clock.nanos();
        while (true) {
            FileLock lock;
            try {
                lock = file.getChannel().tryLock();
            } catch (OverlappingFileLockException e) {
                // Another gate of this process holds it.
                lock = null;
            }
            if (lock != null || clock.nanos() - start > LONGEST_WAIT) {
                return lock;
            }
            clock.park(POLL);
        }
    }

    private Pace load(RandomAccessFile file) throws IOException {
        long now = clock.wallMicros();
        long length = file.length();
        if (length == 0 && !used) {
            return Pace.fresh(now, perSecond);
        }
        byte[] line = new byte[(int) Math.min(length, PaceLine.BYTES)];
        file.seek(0);
        file.readFully(line);
        return PaceLine.decode(line, perSecond).orElseGet(() -> Pace.unknown(now, perSecond));
    }

    private static void release(@Nullable FileLock lock) {
        if (lock != null) {
            try {
                lock.release();
            } catch (IOException e) {
                LOG.debug("Cannot release the lock; it ends with the process", e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        inProcess.lock();
        try {
            if (open != null) {
                open.close();
                open = null;
            }
        } finally {
            inProcess.unlock();
        }
    }
}
