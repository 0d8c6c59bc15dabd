package edgeone.purge.cli;

import edgeone.purge.accounts.KnownSecrets;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import picocli.CommandLine;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The commands as the program registers them. */
public final class EveryCommand {
    private EveryCommand() {}

    /** Those that do something, by their words, such as {@code account add}. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect("", line(Language.ENGLISH), names);
        return names;
    }

    /** All of them, as they are said in a language. */
    static CommandLine line(Language language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandContext context =
                new CommandContext(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Map.of(),
                        new KnownSecrets(),
                        _ -> {
                            throw new AssertionError("only listed");
                        });
        return new CommandLineProgram(context, (_, _) -> 0, "")
                .commandLine(new Output(nowhere, nowhere, Messages.in(language), false));
    }

    private static void collect(String before, CommandLine line, Set<String> names) {
        line.getSubcommands()
                .forEach(
                        (word, command) -> {
                            String name = before + word;
                            if (command.getSubcommands().isEmpty()) {
                                names.add(name);
                            } else {
                                collect(name + " ", command, names);
                            }
                        });
    }
}
