package edgeone.purge.cli.kit;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** A command of the program, with the options common to all of them. */
public abstract class ProgramCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    protected ProgramCommand(CommandContext context) {
        this.context = context;
    }

    /** The options common to every command, checked. */
    protected final GlobalOptions options() {
        return program().options(codeLanguages());
    }

    /** What was given to {@code --lang} beside the program's own language. */
    protected final List<String> chosenCodeLanguages() {
        return program().otherLanguages();
    }

    /** What {@code --lang} takes beside the program's own languages. */
    protected Set<String> codeLanguages() {
        return Set.of();
    }

    protected final CommandContext context() {
        return context;
    }

    /** Writes as the options say. */
    protected final Output output() {
        return context.output(options());
    }

    private ConsoleCommand program() {
        if (spec == null || !(spec.root().userObject() instanceof ConsoleCommand program)) {
            throw new IllegalStateException("not a subcommand");
        }
        return program;
    }
}
