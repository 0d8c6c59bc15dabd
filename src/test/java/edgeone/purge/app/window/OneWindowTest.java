package edgeone.purge.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.Main;
import edgeone.purge.cli.CommandLineProgram;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.ConsoleCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.cli.kit.WindowOptions;
import edgeone.purge.instance.WindowClaim;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A start when the home folder already has a window. */
@Timeout(60)
final class OneWindowTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final ToIntFunction<Foreground> NO_WINDOW =
            _ -> {
                throw new AssertionError("a second window opens");
            };

    @TempDir private Path home;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> refused = new ArrayList<>();

    @Test
    void raisesTheOpenWindowAndEndsWithSuccess() throws Exception {
        try (WindowClaim first = WindowClaim.take(home, LONG).orElseThrow()) {
            first.answer(() -> true);

            assertThat(start(LONG, NO_WINDOW)).isEqualTo(ExitCodes.OK);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        Messages.in(Language.ofSystem())
                                .text("cli.window.raised", home.toString()));
        assertThat(refused).isEmpty();
    }

    @Test
    void namesTheProcessOfAWindowThatDoesNotAnswer() throws Exception {
        // A leftover of a crash has no say about that window.
        Files.writeString(
                home.resolve("one-window.address"),
                "1 4711 " + "0".repeat(32) + " " + "0".repeat(32) + "\n");
        try (WindowClaim _ = WindowClaim.take(home, LONG).orElseThrow()) {
            assertThat(start(SHORT, NO_WINDOW)).isEqualTo(ExitCodes.REFUSED);
        }

        String process = String.valueOf(ProcessHandle.current().pid());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(home.toString(), process);
        assertThat(refused).singleElement().asString().contains(home.toString(), process);
    }

    @Test
    void opensAWindowIfThereIsNoneAndReturnsItsExitCode() {
        assertThat(start(LONG, _ -> ExitCodes.BUG)).isEqualTo(ExitCodes.BUG);
        assertThat(start(LONG, _ -> ExitCodes.OK)).isEqualTo(ExitCodes.OK);
    }

    @Test
    void reportsAnErrorAsABug() {
        assertThat(start(LONG, NO_WINDOW)).isEqualTo(ExitCodes.BUG);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("a second window opens");
        assertThat(refused).singleElement().asString().contains("a second window opens");
    }

    /** Starts the program as from the menu. */
    private int start(Duration patience, ToIntFunction<Foreground> window) {
        PrintStream printed = new PrintStream(err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of("EDGEONE_PURGE_HOME", home.toString());
        OneWindow one = new OneWindow(environment, printed, patience);
        CommandContext context =
                Main.context(InputStream.nullInputStream(), printed, printed, environment);
        return new CommandLineProgram(context, new Opener(one, window), "").run();
    }

    /** Opens that window, and records what the dialog would say. */
    private final class Opener implements ConsoleCommand.WindowOpener {
        private final OneWindow one;
        private final ToIntFunction<Foreground> window;

        Opener(OneWindow one, ToIntFunction<Foreground> window) {
            this.one = one;
            this.window = window;
        }

        @Override
        public int open(GlobalOptions options, WindowOptions how) {
            return one.open(options, window);
        }

        @Override
        public void refused(String text, Language language) {
            refused.add(text);
        }
    }
}
