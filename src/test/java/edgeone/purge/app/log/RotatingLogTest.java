package edgeone.purge.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Level;
import java.util.logging.LogRecord;

final class RotatingLogTest {
    @TempDir Path temp;

    @Test
    void onlyTheOwnerMayReadAnyPartEvenAfterRotation() throws Exception {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path folder = temp.resolve("log");
        RotatingLog log = new RotatingLog(folder, 500, 3, t -> t);
        for (int i = 0; i < 50; i++) {
            log.publish(new LogRecord(Level.INFO, "line " + i));
        }
        log.close();
        assertThat(names(folder))
                .isEqualTo("console-0.0.log console-0.1.log console-0.2.log console-0.lock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
                assertThat(Files.size(file)).isLessThanOrEqualTo(500);
            }
        }
        assertThat(Files.readString(folder.resolve("console-0.0.log"))).contains("line 49");
    }

    @Test
    void aSecondLogHasItsOwnFileAndALaterOneAppends() throws Exception {
        RotatingLog first = new RotatingLog(temp, 10_000, 2, t -> t.replace("secret", "***"));
        RotatingLog second = new RotatingLog(temp, 10_000, 2, t -> t);
        first.publish(new LogRecord(Level.INFO, "a secret of the first"));
        second.publish(new LogRecord(Level.INFO, "of the second"));
        first.close();
        second.close();
        RotatingLog third = new RotatingLog(temp, 10_000, 2, t -> t);
        third.publish(new LogRecord(Level.INFO, "of the third"));
        third.close();
        assertThat(Files.readString(temp.resolve("console-0.0.log")))
                .contains("a *** of the first", "of the third")
                .doesNotContain("secret");
        assertThat(Files.readString(temp.resolve("console-1.0.log"))).contains("of the second");
    }

    private static String names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return String.join(" ", files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }
}
