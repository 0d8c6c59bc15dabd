package edgeone.purge.cli.purge.guard;

import edgeone.purge.cli.kit.Output;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** The terminal this process was started at. */
public final class SystemTerminal implements Terminal {
    private final Console console;
    private final PrintStream err;
    private int width;

    private SystemTerminal(Console console, PrintStream err) {
        this.console = console;
        this.err = err;
    }

    /**
     * The terminal; empty where input or output is none.
     *
     * @param err what the person reads beside the answer
     */
    static Optional<Terminal> of(PrintStream err) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> new SystemTerminal(console, err));
    }

    /** Has a zone's name typed; null where there is no terminal or nothing is typed. */
    public static @Nullable String typed(String zone, Output output) {
        return of(output.err())
                .map(there -> there.line(output.messages().text("cli.guard.type", zone) + " "))
                .filter(line -> !line.isBlank())
                .orElse(null);
    }

    /** Whether there is one. */
    public static boolean isThere() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    @Override
    public @Nullable String line(String prompt) {
        err.print(prompt);
        err.flush();
        return console.readLine();
    }

    @Override
    public void overwrite(String text) {
        err.write('\r');
        err.print(text + " ".repeat(Math.max(0, width - text.length())));
        if (text.isEmpty()) {
            err.write('\r');
        }
        err.flush();
        width = text.length();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
