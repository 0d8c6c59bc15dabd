package edgeone.purge.journal.file;

import edgeone.purge.files.OwnerOnly;
import edgeone.purge.journal.sql.Sql;

import org.sqlite.ProgressHandler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The copy of a journal of an earlier version. It is whole, or not there under its name. */
final class KeptCopy {
    private static final String PART = ".part";
    private static final int STEPS_A_CALL = 200_000;

    /** A part this old is of a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path journal;
    private final MigrationWatch watch;

    KeptCopy(Path journal, MigrationWatch watch) {
        this.journal = journal;
        this.watch = watch;
    }

    static String name(Path journal, int version, String stamp) {
        return journal.getFileName() + ".version-" + version + "-" + stamp;
    }

    void write(Connection connection, Path copy) throws SQLException, IOException {
        watch.told(MigrationWatch.Stage.COPYING, 0, 0);
        removeAbandoned();
        Path part = copy.resolveSibling(copy.getFileName() + PART);
        OwnerOnly.createFile(part);
        Told told = new Told();
        ProgressHandler.setHandler(connection, STEPS_A_CALL, told);
        try {
            Sql.update(connection, "VACUUM INTO ?", part.toString());
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            if (told.stopped) {
                throw new StoppedException();
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
            Files.deleteIfExists(part);
        }
    }

    private void removeAbandoned() throws IOException {
        List<Path> parts;
        try (var files = Files.list(journal.toAbsolutePath().getParent())) {
            parts = files.filter(f -> isPart(f.getFileName().toString())).toList();
        }
        for (Path part : parts) {
            Instant written = Files.getLastModifiedTime(part).toInstant();
            if (written.isBefore(Instant.now().minus(ABANDONED))) {
                Files.deleteIfExists(part);
            }
        }
    }

    private boolean isPart(String name) {
        return name.startsWith(journal.getFileName() + ".version-") && name.endsWith(PART);
    }

    /** Called in the middle of a statement, which an exception would not end. */
    private final class Told extends ProgressHandler {
        private boolean stopped;

        @Override
        protected int progress() {
            try {
                watch.told(MigrationWatch.Stage.COPYING, 0, 0);
                return 0;
            } catch (StoppedException e) {
                stopped = true;
                return 1;
            }
        }
    }
}
