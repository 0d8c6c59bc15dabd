package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.RunningJob;
import edgeone.purge.export.CanceledExportException;
import edgeone.purge.export.DiskFullException;
import edgeone.purge.export.ExportWatch;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Writes targets to the file a command names; tells how far it is, and ends on Ctrl+C. */
final class FileOutput {
    private final Output output;
    private final Path file;

    FileOutput(Output output, Path file) {
        this.output = output;
        this.file = file;
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Writing {
        /** Returns how many targets were written. */
        long write(ExportWatch watch) throws Exception;
    }

    /**
     * Writes it.
     *
     * @return how many targets were written; empty if it was canceled, which is said
     * @throws CommandFailure if it cannot be written
     */
    OptionalLong write(Writing writing) throws Exception {
        try (RunningJob running = new RunningJob()) {
            ExportProgress progress = new ExportProgress(output, running.control());
            try {
                return OptionalLong.of(writing.write(progress));
            } catch (CanceledExportException e) {
                // Before the run is closed, with which the process ends.
                progress.end();
                output.note("cli.export.canceled", file.toString());
                return OptionalLong.empty();
            } finally {
                progress.end();
            }
        } catch (DiskFullException e) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.export.full", file.toString());
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.export.unwritable", file.toString(), reason(e));
        }
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        if (reason != null) {
            return reason;
        }
        return e instanceof NoSuchFileException ? "no such folder" : e.getClass().getSimpleName();
    }
}
