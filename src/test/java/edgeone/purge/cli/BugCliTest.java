package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** A bug is reported with the exception's message, which may hold anything. */
final class BugCliTest {
    private static final String KEY = "BugKeyQ7xT2mZ9vR4bN8pL3kJ6hG1abc";

    @TempDir private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error"})
    void aBugsMessageHoldsNoSecretOnTheTerminalOrInTheLog(String kind) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandContext context =
                RealProgram.context(
                        Map.of(
                                "TENCENTCLOUD_SECRET_ID",
                                "AKIDbug000000000000000000000000000001",
                                "TENCENTCLOUD_SECRET_KEY",
                                KEY),
                        InputStream.nullInputStream(),
                        stream,
                        stream);
        CommandLine line =
                new CommandLineProgram(context, (_, _) -> 0, "")
                        .commandLine(
                                new Output(stream, stream, Messages.in(Language.ENGLISH), false));
        line.addSubcommand(new BrokenCommand(context, kind.equals("error")));

        int exit = line.execute("broken", "--home", home.toString(), "--lang", "en");

        assertThat(exit).isEqualTo(ExitCodes.BUG);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("cannot sign with ***")
                .doesNotContain(KEY);
        assertThat(Files.readString(home.resolve("log/console-0.0.log")))
                .contains("cannot sign with ***")
                .doesNotContain(KEY);
    }

    /** For a command that only serves, or one that fails before anything is opened. */
    @Test
    void aBugsMessageOutsideAHomeFolderHoldsNoSecretOfTheEnvironment() {
        String password = "BugProxyPw8w!";
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandContext context =
                RealProgram.context(
                        Map.of(
                                "TENCENTCLOUD_TOKEN",
                                KEY,
                                "HTTPS_PROXY",
                                "http://ops:" + password + "@127.0.0.1:1"),
                        InputStream.nullInputStream(),
                        stream,
                        stream);
        CommandLine line =
                new CommandLineProgram(context, (_, _) -> 0, "")
                        .commandLine(
                                new Output(stream, stream, Messages.in(Language.ENGLISH), false));
        line.addSubcommand(new HomelessCommand(KEY + " through " + password));

        int exit = line.execute("homeless");

        assertThat(exit).isEqualTo(ExitCodes.BUG);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("cannot serve *** through ***")
                .doesNotContain(KEY, password);
    }

    @Command(name = "homeless")
    private record HomelessCommand(String secrets) implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("cannot serve " + secrets);
        }
    }

    @Command(name = "broken")
    private static final class BrokenCommand extends EdgeOneCommand {
        private final boolean error;

        BrokenCommand(CommandContext context, boolean error) {
            super(context);
            this.error = error;
        }

        @Override
        public int run(Workplace workplace, Output output) throws Exception {
            workplace.connection();
            if (error) {
                throw new AssertionError("cannot sign with " + KEY);
            }
            throw new IllegalStateException("cannot sign with " + KEY);
        }
    }
}
