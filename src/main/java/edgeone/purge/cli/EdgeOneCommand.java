package edgeone.purge.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ParentCommand;

import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that works on a home folder. */
abstract class EdgeOneCommand implements Callable<Integer> {
    private final CommandContext context;

    @ParentCommand private @Nullable ConsoleCommand parent;

    EdgeOneCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        if (parent == null) {
            throw new IllegalStateException("not a sub-command");
        }
        GlobalOptions options = parent.options();
        Output output = context.output(options);
        check(output);
        try (Workplace workplace = context.opener().open(options)) {
            return run(workplace, output);
        }
    }

    CommandContext context() {
        return context;
    }

    /** Checks what can be checked before the home folder is touched. */
    void check(Output output) throws IOException {}

    /** Does the command's work; what it throws is told as {@link Trouble}, or as a bug. */
    abstract int run(Workplace workplace, Output output) throws Exception;
}
