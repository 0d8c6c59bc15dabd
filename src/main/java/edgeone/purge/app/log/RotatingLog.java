package edgeone.purge.app.log;

import edgeone.purge.files.OwnerOnly;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Rotating log files that only their owner may read; Java's own handler leaves that to the umask.
 * Each process writes {@code console-N.0.log} with its own N; older parts have a higher last
 * number.
 */
final class RotatingLog extends Handler {
    private static final int MOST_PROCESSES = 100;

    private final Path folder;
    private final long bytes;
    private final int files;
    private final UnaryOperator<String> cover;
    private final FileChannel claim;
    private final String name;
    private @Nullable OutputStream out;
    private long written;

    /**
     * @param folder created if missing
     * @param bytes maximum size of a file
     * @param files how many files a process keeps
     * @param cover removes secrets
     */
    RotatingLog(Path folder, long bytes, int files, UnaryOperator<String> cover)
            throws IOException {
        this.folder = folder;
        this.bytes = bytes;
        this.files = files;
        this.cover = cover;
        OwnerOnly.createFolder(folder);
        setFormatter(new LogEntry(cover));
        int n = 0;
        FileChannel claimed = claimed(n);
        while (claimed == null) {
            if (++n == MOST_PROCESSES) {
                throw new IOException("too many processes write logs to " + folder);
            }
            claimed = claimed(n);
        }
        claim = claimed;
        name = "console-" + n;
        for (int part = 0; part < files; part++) {
            if (Files.exists(file(part))) {
                OwnerOnly.restrict(file(part));
            }
        }
        open();
    }

    /** Null if another process, or another log of this process, has that number. */
    private @Nullable FileChannel claimed(int n) throws IOException {
        Path lock = folder.resolve("console-" + n + ".lock");
        OwnerOnly.createFile(lock);
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Locked by this process.
        }
        channel.close();
        return null;
    }

    private Path file(int part) {
        return folder.resolve(name + "." + part + ".log");
    }

    private void open() throws IOException {
        Path file = file(0);
        OwnerOnly.createFile(file);
        written = Files.size(file);
        out = Files.newOutputStream(file, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        byte[] line = cover.apply(getFormatter().format(entry)).getBytes(StandardCharsets.UTF_8);
        try {
            if (written > 0 && written + line.length > bytes) {
                rotate();
            }
            if (out != null) {
                out.write(line);
                written += line.length;
            }
        } catch (IOException e) {
            // A full disk must not stop the program; what else needs the disk will report it.
        }
    }

    private void rotate() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
        for (int part = files - 2; part >= 0; part--) {
            if (Files.exists(file(part))) {
                Files.move(file(part), file(part + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        open();
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
            claim.close();
        } catch (IOException e) {
            // Every line was written when it was logged.
        }
    }
}
