package edgeone.purge.cli.kit;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** A command that knows the options common to every command. */
public abstract class ProgramCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    protected ProgramCommand(CommandContext context) {
        this.context = context;
    }

    /** The options common to every command, checked. */
    protected final GlobalOptions options() {
        if (spec == null || !(spec.root().userObject() instanceof ConsoleCommand program)) {
            throw new IllegalStateException("not a subcommand");
        }
        return program.options();
    }

    protected final Output output() {
        return context.output(options());
    }

    protected final CommandContext context() {
        return context;
    }
}
