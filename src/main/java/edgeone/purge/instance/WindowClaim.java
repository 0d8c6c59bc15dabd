package edgeone.purge.instance;

import edgeone.purge.files.OwnerOnly;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The right to show the window of a home folder. An OS lock alone shows whether a window is open,
 * and the system releases it however the process ends: an address left behind by a crash does no
 * harm.
 */
public final class WindowClaim implements AutoCloseable {
    private static final String LOCK = "one-window.lock";

    /** Far beyond the file's content, which stays readable where locks are mandatory. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final FileChannel channel;
    private final WindowAddress.File address;
    private @Nullable Doorbell bell;
    private boolean closed;

    private WindowClaim(FileChannel channel, WindowAddress.File address) {
        this.channel = channel;
        this.address = address;
    }

    /**
     * Takes the right, or brings the window that has it to the front. Waits for a window that is
     * just opening or closing.
     *
     * @param patience how long the other window may take to answer
     * @return the right; empty if another window has it and came to the front
     * @throws SilentWindowException if another window has it and does not answer
     * @throws IOException if the home folder cannot be used
     */
    public static Optional<WindowClaim> take(Path home, Duration patience) throws IOException {
        OwnerOnly.createFolder(home);
        Path lock = home.resolve(LOCK);
        OwnerOnly.createFile(lock);
        WindowAddress.File address = new WindowAddress.File(home);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                sign(channel);
                return Optional.of(new WindowClaim(channel, address));
            }
            channel.close();
            long left = deadline - System.nanoTime();
            Optional<WindowAddress> known = address.read();
            if (known.isPresent() && Knock.at(known.get(), Duration.ofNanos(left))) {
                return Optional.empty();
            }
            if (left <= LOOK_AGAIN_NANOS) {
                throw new SilentWindowException(
                        signed(lock).or(() -> known.map(WindowAddress::process)).orElse(0L));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes the lock's owner, which the system cannot tell us, into its file. */
    private static void sign(FileChannel channel) throws IOException {
        try {
            String process = ProcessHandle.current().pid() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Empty if the window is of a version that did not sign. */
    private static Optional<Long> signed(Path lock) {
        try {
            return Optional.of(Files.readString(lock, StandardCharsets.ISO_8859_1).strip())
                    .filter(content -> content.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            // Such a version locks the whole file, and some systems then refuse to read it.
            return Optional.empty();
        }
    }

    /**
     * Answers later starts from now on.
     *
     * @param raise brings the window to the front and returns when it is there, or returns false if
     *     it has been closed: a start then waits to open its own; called on a separate thread,
     *     possibly several at once
     * @throws IOException if no port can be opened or the address cannot be stored
     */
    public synchronized void answer(BooleanSupplier raise) throws IOException {
        if (closed) {
            return;
        }
        Doorbell fresh = Doorbell.open(raise);
        try {
            address.write(fresh.address());
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
        bell = fresh;
    }

    /** Releases the right; the next start opens its own window. */
    @Override
    public synchronized void close() {
        closed = true;
        try (channel) {
            if (bell != null) {
                bell.close();
                address.delete();
            }
        } catch (IOException e) {
            // The lock ends with the process, and an address without a lock is ignored.
        }
    }
}
