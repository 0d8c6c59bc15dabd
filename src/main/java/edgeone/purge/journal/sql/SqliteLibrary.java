package edgeone.purge.journal.sql;

import edgeone.purge.files.OwnerOnly;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * SQLite's native library, unpacked into the home folder once per version. By default the driver
 * unpacks it into the system's temporary folder at every start: every killed process leaves 1 MB
 * behind, and processes race to clean up after each other.
 */
public final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /** Prepares the driver; if this fails, the driver unpacks the library as usual. */
    public static synchronized void prepare(Path home) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path folder = home.resolve("native-sqlite-" + SQLiteJDBCLoader.getVersion());
        Path library = folder.resolve(name);
        try {
            if (!Files.exists(library)) {
                unpack(name, folder, library);
            }
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(NAME, name);
        } catch (IOException e) {
            LOG.debug("The driver unpacks SQLite itself: {}", e.toString());
        }
    }

    private static void unpack(String name, Path folder, Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        OwnerOnly.createFolder(folder);
        Path part = Files.createTempFile(folder, "part", "");
        try {
            // Create it for the owner only, then write into it.
            try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource);
                    OutputStream out = Files.newOutputStream(part)) {
                if (in == null) {
                    throw new IOException("no " + resource);
                }
                in.transferTo(out);
            }
            Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
