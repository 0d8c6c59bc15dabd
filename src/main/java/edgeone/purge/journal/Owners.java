package edgeone.purge.journal;

import edgeone.purge.files.OwnerOnly;

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
 * Who is at work in a home folder. Each process holds an OS lock on a file of its own for as long
 * as it lives; the system lets go of it however the process ends, so a lock that can be had belongs
 * to the dead.
 */
public final class Owners implements AutoCloseable {
    private final Path folder;
    private final String id;
    private final FileChannel channel;
    private final FileLock lock;

    private Owners(Path folder, String id, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.id = id;
        this.channel = channel;
        this.lock = lock;
    }

    /** Registers this process in the home folder. */
    public static Owners register(Path home) throws IOException {
        Path folder = home.resolve("owners");
        OwnerOnly.createFolder(home);
        OwnerOnly.createFolder(folder);
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        Path file = folder.resolve(id + ".lock");
        OwnerOnly.createFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock();
        return new Owners(folder, id, channel, lock);
    }

    /** This process, as jobs name it. */
    public String id() {
        return id;
    }

    /** Whether the process that calls itself {@code owner} still lives. In doubt it does. */
    public boolean isAlive(String owner) {
        if (owner.equals(id)) {
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

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
            Files.deleteIfExists(folder.resolve(id + ".lock"));
        } catch (IOException e) {
            // A file left behind is found unlocked, and deleted, by whoever asks next.
        }
    }
}
