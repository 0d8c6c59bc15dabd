package edgeone.purge.cli;

import edgeone.purge.messages.Language;

import picocli.CommandLine;

import java.util.Set;
import java.util.TreeSet;

/** The commands as the program registers them. */
public final class EveryCommand {
    private EveryCommand() {}

    /** The runnable commands by their full names, such as {@code account add}. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        collect("", CommandLineProgram.model(Language.ENGLISH), names);
        return names;
    }

    /** All commands, described in one language. */
    static CommandLine line(Language language) {
        return CommandLineProgram.model(language);
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
