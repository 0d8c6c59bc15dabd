package edgeone.purge.cli;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.ConsoleCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Trouble;
import edgeone.purge.cli.kit.WindowOptions;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.export.CutText;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.KnownSecrets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the program once, from its arguments to its exit code. What needs the command line's parser
 * to be loaded is in {@link Commands}, so that the window starts without it.
 */
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    /** The replacement for a byte the locale could not decode. */
    private static final char UNDECODED = '\uFFFD';

    private final CommandContext context;
    private final ConsoleCommand.WindowOpener window;
    private final String version;

    public CommandLineProgram(
            CommandContext context, ConsoleCommand.WindowOpener window, String version) {
        this.context = context;
        this.window = window;
        this.version = version;
    }

    /** Every command, to read and parse; none can be run. */
    static CommandLine model(Language language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandContext context =
                new CommandContext(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Map.of(),
                        new KnownSecrets(),
                        _ -> Path.of(""),
                        _ -> {
                            throw new IllegalStateException("the command model cannot be run");
                        });
        return new CommandLineProgram(context, (_, _) -> ExitCodes.OK, "")
                .commandLine(new Output(nowhere, nowhere, Messages.in(language), false));
    }

    public int run(String... arguments) {
        try {
            return arguments.length == 0 ? window() : command(arguments);
        } finally {
            context.known().close();
        }
    }

    private int command(String... arguments) {
        List<String> given = Arrays.asList(arguments);
        Messages messages = context.messages(language(given));
        if (given.stream().anyMatch(a -> a.indexOf(UNDECODED) >= 0)) {
            context.err().println(messages.text("cli.argument.undecodable"));
            return ExitCodes.REFUSED;
        }
        boolean json = given.contains("--json");
        return commandLine(new Output(context.out(), context.err(), messages, json))
                .execute(arguments);
    }

    /**
     * The program as started from a menu: without the commands and their texts, which take longer
     * to load than the window.
     */
    private int window() {
        try {
            return window.open(
                    new GlobalOptions(null, null, null, null, false, null), WindowOptions.STANDARD);
        } catch (RuntimeException e) {
            return refused(e);
        } catch (Error e) {
            return refused(new IllegalStateException(e));
        }
    }

    private int refused(RuntimeException e) {
        Messages messages = context.messages(language(List.of()));
        return refused(e, new Output(context.out(), context.err(), messages, false));
    }

    private int refused(RuntimeException e, Output output) {
        int exit = failed(e, output);
        Trouble trouble = Trouble.of(e, output.messages());
        String told =
                trouble == null
                        ? output.messages().text("cli.bug", e.toString())
                        : trouble.message();
        window.refused(context.known().words(told), output.messages().language());
        return exit;
    }

    /** Every command, on the streams of {@code output}. */
    CommandLine commandLine(Output output) {
        return new Commands(context, window, version, this::failed).on(output);
    }

    /** An exception's message may hold anything, so remove secrets from it. */
    private int failed(Exception e, Output output) {
        KnownSecrets known = context.known();
        Trouble said = Trouble.of(e, output.messages());
        if (said == null) {
            LOG.error("command ended by a bug", e);
            output.note("cli.bug", known.words(e.toString()));
            return ExitCodes.BUG;
        }
        Trouble trouble = said.covered(known::words);
        LOG.info("refused: {} {}", trouble.code(), trouble.requestId());
        if (output.isJson()) {
            output.json(
                    switch (e) {
                        case CutRunException cut -> trouble.json(cut);
                        case RefusedSubmitException refused -> trouble.json(refused);
                        default -> trouble.json();
                    });
        }
        output.noteLine(trouble.message());
        if (e instanceof CutRunException cut) {
            new CutText(output.messages())
                    .lines(cut)
                    .forEach(line -> output.noteLine(known.words(line)));
        }
        return trouble.exitCode();
    }

    /**
     * Read before anything else, so that even a wrong command line is reported in the right
     * language.
     */
    private static Language language(List<String> arguments) {
        Optional<Language> given = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                given = Language.ofTag(argument.substring("--lang=".length())).or(keep(given));
            } else if (argument.equals("--lang") && i + 1 < arguments.size()) {
                given = Language.ofTag(arguments.get(i + 1)).or(keep(given));
            }
        }
        return given.orElseGet(Language::ofSystem);
    }

    /** For a word of {@code --lang} that names a programming language. */
    private static Supplier<Optional<Language>> keep(Optional<Language> language) {
        return () -> language;
    }
}
