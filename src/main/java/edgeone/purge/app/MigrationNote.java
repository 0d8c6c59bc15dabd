package edgeone.purge.app;

import edgeone.purge.cli.kit.TerminalStream;
import edgeone.purge.journal.file.MigrationWatch;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Says on standard error that a journal is being migrated, if that takes a while. */
final class MigrationNote implements MigrationWatch {
    private static final long FIRST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final PrintStream err;
    private final Messages messages;
    private final LongSupplier nanos;
    private long due;
    private boolean begun;

    /**
     * @param nanos a clock that only runs forward
     */
    MigrationNote(PrintStream err, Messages messages, LongSupplier nanos) {
        this.err = err;
        this.messages = messages;
        this.nanos = nanos;
    }

    static MigrationNote on(PrintStream err, @Nullable Language language) {
        PrintStream terminal = TerminalStream.over(err);
        Language spoken = language == null ? Language.ofSystem() : language;
        return new MigrationNote(
                terminal, Messages.printable(spoken, terminal.charset()), System::nanoTime);
    }

    @Override
    public void told(Stage stage, int done, int total) {
        long now = nanos.getAsLong();
        if (!begun) {
            begun = true;
            due = now + FIRST_NANOS;
        } else if (now - due >= 0) {
            due = now + AGAIN_NANOS;
            err.println(messages.text("engine.migration." + stage.name(), done, total));
        }
    }
}
