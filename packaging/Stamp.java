import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The modification time of all files of an image. The AOT cache identifies every jar by size and
 * time and is not used if they differ, but jpackage sets its files to the time of packing: so they
 * get this time before the cache is built, and again, by SOURCE_DATE_EPOCH, in the package.
 *
 * @param seconds since 1970; even, because some archives cannot store odd ones
 */
record Stamp(long seconds) {
    static Stamp of(Path file) throws IOException {
        return new Stamp(Files.getLastModifiedTime(file).to(TimeUnit.SECONDS) / 2 * 2);
    }

    /** Sets it on a folder and everything in it. */
    void put(Path folder) throws IOException {
        FileTime time = FileTime.from(seconds, TimeUnit.SECONDS);
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setLastModifiedTime(file, time);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Environment for dpkg-deb and our .spec. */
    Map<String, String> environment() {
        return Map.of("SOURCE_DATE_EPOCH", String.valueOf(seconds));
    }
}
