package edgeone.purge.cli;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import picocli.AutoComplete;
import picocli.CommandLine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Generates the man pages and shell completions of the installers from the command model. Run
 * during packaging, with the output folder and the version as arguments; not used by the program
 * itself.
 */
public final class CommandFiles {
    static final String BASH = "edgeone-purge.bash";
    static final String ZSH = "_edgeone-purge";
    static final String MAN = "edgeone-purge.1.gz";
    static final String MAN_CHINESE = "edgeone-purge.zh_CN.1.gz";

    /** Makes zsh use the bash completion, and adds the one builtin that zsh lacks. */
    private static final String FOR_ZSH =
            """
            #compdef edgeone-purge
            autoload -U +X bashcompinit && bashcompinit
            (( $+functions[compopt] )) || compopt() { return 0 }
            source /usr/share/bash-completion/completions/edgeone-purge
            _bash_complete -o default -F _complete_edgeone-purge
            """;

    private CommandFiles() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("CommandFiles FOLDER VERSION");
        }
        write(Path.of(arguments[0]), arguments[1]);
    }

    static void write(Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        CommandLine program = CommandLineProgram.model(Language.ENGLISH);
        Files.writeString(
                folder.resolve(BASH), AutoComplete.bash(program.getCommandName(), program));
        Files.writeString(folder.resolve(ZSH), FOR_ZSH);
        manPage(folder.resolve(MAN), Language.ENGLISH, version);
        manPage(folder.resolve(MAN_CHINESE), Language.CHINESE, version);
    }

    private static void manPage(Path file, Language language, String version) throws IOException {
        String page =
                ManPage.of(
                        CommandLineProgram.model(language).getCommandSpec(),
                        version,
                        Messages.in(language));
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
