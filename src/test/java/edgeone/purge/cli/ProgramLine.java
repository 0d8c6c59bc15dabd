package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.messages.Language;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command line of the program from a text: run if complete, else parsed.
 *
 * @param arguments what the program is given
 */
record ProgramLine(List<String> arguments) {
    private static final List<String> START =
            List.of("java", "-jar", "target/app/edgeone-purge.jar");

    /** To build the commands takes long, and there are many lines; only parsing changes them. */
    private static final CommandLine COMMANDS = program(Language.ENGLISH);

    ProgramLine {
        arguments = List.copyOf(arguments);
    }

    /** Empty if the words do not call the program. */
    static Optional<ProgramLine> of(List<String> line) {
        // A redirection is not an argument.
        int input = line.indexOf("<");
        List<String> words = input <= 0 ? line : line.subList(0, input);
        if (words.size() >= START.size() && words.subList(0, START.size()).equals(START)) {
            return Optional.of(new ProgramLine(words.subList(START.size(), words.size())));
        }
        if (words.getFirst().equals("edgeone-purge")) {
            // A digit after the name is the output of --version; the name alone is just the name.
            boolean isCall = words.size() > 1 && !Character.isDigit(words.get(1).charAt(0));
            return isCall
                    ? Optional.of(new ProgramLine(words.subList(1, words.size())))
                    : Optional.empty();
        }
        // One word is the name of a command, or of a package, or of a column.
        boolean isCall =
                words.size() > 1 && COMMANDS.getSubcommands().containsKey(words.getFirst());
        return isCall ? Optional.of(new ProgramLine(words)) : Optional.empty();
    }

    /** The commands as the program registers them, to parse with. */
    static CommandLine program(Language language) {
        return CommandLineProgram.model(language);
    }

    /** Every command, in English, to read. */
    static Stream<CommandLine> commands() {
        return withAllBelow(COMMANDS);
    }

    /** A command and all below it. */
    static Stream<CommandLine> withAllBelow(CommandLine line) {
        return Stream.concat(
                Stream.of(line),
                line.getSubcommands().values().stream().flatMap(ProgramLine::withAllBelow));
    }

    /** Whether it has no placeholders and ends on its own. */
    boolean isComplete() {
        return !arguments.contains("emulator")
                && !Examples.hasPlaceholder(arguments)
                && !(lastOption() instanceof OptionSpec last && last.arity().min() > 0);
    }

    private OptionSpec lastOption() {
        if (arguments.isEmpty()) {
            return null;
        }
        return commands()
                .flatMap(c -> Stream.ofNullable(c.getCommandSpec().findOption(arguments.getLast())))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param folder where the home folder and the files it names are made
     */
    void check(Path folder) throws IOException {
        if (isComplete()) {
            run(folder);
        } else {
            Examples.choices(arguments).forEach(ProgramLine::parse);
        }
    }

    /** Runs on the demo, in a new home folder, unchanged except for file names. */
    private void run(Path folder) throws IOException {
        Path home = Files.createTempDirectory(folder, "home");
        Path list = Files.createTempFile(folder, "urls", ".txt");
        Files.writeString(list, Shell.PAGE + "a\n" + Shell.PAGE + "b\n");
        Path call = Files.createTempFile(folder, "call", ".json");
        Files.writeString(call, Shell.CALL);
        String[] given =
                arguments.stream()
                        .map(a -> a.equals("urls.txt") ? list.toString() : a)
                        .map(a -> a.equals("@call.json") ? "@" + call : a)
                        .toArray(String[]::new);
        Map<String, String> environment = Map.of("EDGEONE_PURGE_HOME", home.toString());
        Ended ended = RealProgram.run(environment, new byte[0], given);
        assertThat(ended.exit()).as(ended.toString()).isIn(0, RealProgram.WINDOW);
    }

    private static void parse(List<String> words) {
        CommandLine program = program(Language.ENGLISH);
        CommandLine command = program;
        int at = 0;
        while (at < words.size() && command.getSubcommands().containsKey(words.get(at))) {
            command = command.getSubcommands().get(words.get(at));
            at++;
        }
        List<String> rest = words.subList(at, words.size());
        if (command != program && !command.getSubcommands().isEmpty()) {
            assertThat(rest)
                    .as("after %s, which has subcommands", command.getCommandName())
                    .isIn(List.of(), List.of("…"));
        } else if (command != program && (rest.isEmpty() || rest.getLast().endsWith("…"))) {
            // Only mentioned: its arguments are left out.
            assertThat(rest.isEmpty() || !command.getCommandSpec().args().isEmpty()).isTrue();
        } else {
            List<String> filled = new ArrayList<>(words);
            filled.replaceAll(w -> Examples.isPlaceholder(w) ? "x" : w);
            OptionSpec last = command.getCommandSpec().findOption(words.getLast());
            if (last != null && last.arity().min() > 0) {
                filled.add("x");
            }
            program.parseArgs(filled.toArray(String[]::new));
        }
    }
}
