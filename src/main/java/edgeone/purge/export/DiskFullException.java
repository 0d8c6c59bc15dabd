package edgeone.purge.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk has no room for a file. An existing file is unchanged, and nothing else is left. */
public final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Less is too little for the next piece of a file. */
    private static final long LEAST_BYTES = 1 << 20;

    private final transient Path file;

    DiskFullException(Path file, IOException cause) {
        super("disk full: " + file, cause);
        this.file = file;
    }

    /** What was to be written. */
    public Path file() {
        return file;
    }

    /**
     * Whether the disk of a file that could not be written further is full. The system's own words
     * depend on its language.
     */
    static boolean isFull(Path part) {
        try {
            return Files.getFileStore(part).getUsableSpace() < LEAST_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
