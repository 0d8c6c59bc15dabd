package edgeone.purge.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeone.purge.engine.pace.PaceFile.Change;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A pace on disk: who may read it, who has to wait, and what happens if it cannot be used. */
@Timeout(60)
final class PaceFileTest {
    @TempDir private Path folder;

    private final VirtualTime time = new VirtualTime(1);

    private Path path() {
        return folder.resolve("rate").resolve("key-Action.pace");
    }

    private PaceFile open() {
        return new PaceFile(path(), 20, time);
    }

    private static long take(PaceFile file, long now) throws InterruptedException {
        return file.update(
                pace -> {
                    Pace.Slot slot = pace.take(now, 20);
                    return new Change<>(slot.after(), slot.at());
                });
    }

    private Pace written() throws IOException {
        return PaceLine.decode(Files.readAllBytes(path()), 20).orElseThrow();
    }

    @Test
    void fileAndFolderAreForTheirOwnerOnly() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (PaceFile file = open()) {
            take(file, time.wallMicros());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                    .isEqualTo("rw-------");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(path().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aLockedFileIsAwaited() throws Exception {
        try (PaceFile file = open()) {
            long now = time.wallMicros();
            take(file, now);
            try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                int[] parks = {0};
                time.meanwhile =
                        () -> {
                            if (++parks[0] == 500) {
                                release(lock);
                            }
                        };
                assertThat(take(file, now)).isEqualTo(now + 30_000);
                assertThat(time.wallMicros() - now).isEqualTo(500_000);
            }
            assertThat(written().next()).as("on disk, for the others").isEqualTo(now + 60_000);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileLockedForOverASecondIsNotAwaited() throws Exception {
        try (PaceFile file = open()) {
            long now = time.wallMicros();
            take(file, now);
            byte[] before = Files.readAllBytes(path());
            try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                assertThat(take(file, now)).isEqualTo(now + 30_000);
                assertThat(time.wallMicros() - now).isGreaterThan(1_000_000).isLessThan(1_100_000);
                assertThat(Files.readAllBytes(path())).isEqualTo(before);
                lock.release();
            }
        }
    }

    @Test
    void aFailureIsLoggedOnceUntilTheFileWorksAgain() throws Exception {
        Path blocker = folder.resolve("rate");
        Files.writeString(blocker, "");
        List<LogRecord> records = new ArrayList<>();
        Handler handler = collecting(records);
        Logger log = Logger.getLogger(PaceFile.class.getName());
        log.addHandler(handler);
        try (PaceFile file = open()) {
            long now = time.wallMicros();
            take(file, now);
            assertThat(take(file, now)).as("paced in memory").isEqualTo(now + 30_000);
            assertThat(records).hasSize(1);
            Files.delete(blocker);
            take(file, now);
            assertThat(written()).isNotNull();
            assertThat(records).hasSize(1);
        } finally {
            log.removeHandler(handler);
        }
    }

    private static Handler collecting(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord message) {
                records.add(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    @Test
    void closedItHoldsNoFileAndNoLock() throws Exception {
        PaceFile file = open();
        long now = time.wallMicros();
        take(file, now);
        Thread closing =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        file.close();
                                    } catch (IOException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        closing.join();
        assertThat(isOpen(path())).isFalse();
        assertThat(take(file, now)).as("opened again").isEqualTo(now + 30_000);
        file.close();
    }

    @Test
    void aGateThatIsClosedHoldsNoFile() throws Exception {
        PacedGate gate = new PacedGate(path().getParent(), "key", 20, time);
        gate.grant("Action");
        assumeTrue(isOpen(path()));
        gate.close();
        assertThat(isOpen(path())).isFalse();
    }

    /** Whether this process has a file open; false if the system does not say. */
    private static boolean isOpen(Path file) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return false;
        }
        Path real = file.toRealPath();
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.anyMatch(link -> pointsTo(link, real));
        }
    }

    private static boolean pointsTo(Path link, Path file) {
        try {
            return Files.readSymbolicLink(link).equals(file);
        } catch (IOException e) {
            // Closed since it was listed.
            return false;
        }
    }
}
