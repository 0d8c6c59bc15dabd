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
 * The right to show the window of a home folder. Whether a window lives is said by an OS lock
 * alone, which the system drops however its process ends: an address that a crash left behind
 * stands in nobody's way.
 */
public final class WindowClaim implements AutoCloseable {
    private static final String LOCK = "one-window.lock";

    /** Far behind what is in the file: where locks are mandatory, that can be read all the same. */
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
     * Takes the right, or else brings the window that has it to the front. A window that is just
     * opening or closing is waited for.
     *
     * @param patience how long the other window may take to answer
     * @return the right; empty where another window has it and came to the front
     * @throws SilentWindowException where another window has it and does not answer
     * @throws IOException where the home folder cannot be used
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

    /** Writes who has the lock, which nobody can ask the system for, into its file. */
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

    /** Empty where the window is of a version that did not sign. */
    private static Optional<Long> signed(Path lock) {
        try {
            return Optional.of(Files.readString(lock, StandardCharsets.ISO_8859_1).strip())
                    .filter(content -> content.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException e) {
            // Such a version locks all of it, and some systems let nobody read that.
            return Optional.empty();
        }
    }

    /**
     * From now on later starts are answered.
     *
     * @param raise brings the window to the front, and returns when it is there, or false where it
     *     has been closed: a start then waits to open its own; called on a thread of its own,
     *     several at once where several starts come together
     * @throws IOException where nothing can be listened on, or the address not be kept
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

    /** Gives the right back; the next start opens a window of its own. */
    @Override
    public synchronized void close() {
        closed = true;
        try (channel) {
            if (bell != null) {
                bell.close();
                address.delete();
            }
        } catch (IOException e) {
            // The lock goes with the process, and an address without a lock is taken for nobody's.
        }
    }
}
