package edgeone.purge.cli.kit;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that works on a home folder. */
public abstract class EdgeOneCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    public EdgeOneCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        GlobalOptions options = options();
        Output output = context.output(options);
        check(output);
        try (Workplace workplace = context.opener().open(options)) {
            return run(workplace, output);
        }
    }

    /** The options common to every command, checked. */
    protected final GlobalOptions options() {
        if (spec == null || !(spec.root().userObject() instanceof ConsoleCommand program)) {
            throw new IllegalStateException("not a subcommand");
        }
        return program.options();
    }

    protected CommandContext context() {
        return context;
    }

    /** Checks what can be checked before the home folder is touched. */
    protected void check(Output output) throws IOException {}

    /** Does the command's work. What it throws is reported as {@link Trouble}, or as a bug. */
    protected abstract int run(Workplace workplace, Output output) throws Exception;
}
