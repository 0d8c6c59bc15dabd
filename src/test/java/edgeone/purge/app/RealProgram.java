package edgeone.purge.app;

import edgeone.purge.cli.CommandLineProgram;
import edgeone.purge.cli.kit.CommandContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One invocation of the program as in {@link Main}, except for streams and window. */
public final class RealProgram {
    public static final String VERSION = "edgeone-purge of a test";

    /** The exit code of the window. */
    public static final int WINDOW = 77;

    private RealProgram() {}

    /** How an invocation ended. */
    public record Ended(int exit, String out, String err) {
        private static final JsonMapper JSON = new JsonMapper();

        /** Standard output, which must be one line of JSON. */
        public JsonNode json() {
            if (out.indexOf('\n') != out.length() - 1) {
                throw new AssertionError("not one line: <" + out + "> " + err);
            }
            return JSON.readTree(out);
        }
    }

    public static Ended run(Map<String, String> environment, byte[] input, String... arguments) {
        return run(environment, input, StandardCharsets.UTF_8, arguments);
    }

    /** On a terminal with this encoding. */
    public static Ended run(
            Map<String, String> environment, byte[] input, Charset terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream toOut = new PrintStream(out, true, terminal);
        PrintStream toErr = new PrintStream(err, true, terminal);
        CommandContext context =
                context(environment, new ByteArrayInputStream(input), toOut, toErr);
        int exit =
                new CommandLineProgram(context, (options, tour) -> WINDOW, VERSION).run(arguments);
        return new Ended(exit, out.toString(terminal), err.toString(terminal));
    }

    /** The context of every command of an invocation. */
    public static CommandContext context(
            Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        return Main.context(in, out, err, environment);
    }
}
