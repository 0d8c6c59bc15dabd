package edgeone.purge.cli;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that works on a home folder. */
abstract class EdgeOneCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeOneCommand.class);

    private final CommandContext context;

    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    EdgeOneCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        if (spec == null || !(spec.root().userObject() instanceof ConsoleCommand program)) {
            throw new IllegalStateException("not a sub-command");
        }
        GlobalOptions options = program.options();
        Output output = context.output(options);
        check(output);
        try (Workplace workplace = context.opener().open(options)) {
            return told(workplace, output);
        }
    }

    /** A bug is told while its secrets are still known, so that its words cannot hold one. */
    private int told(Workplace workplace, Output output) throws Exception {
        try {
            return run(workplace, output);
        } catch (RuntimeException e) {
            if (e instanceof ParameterException || Trouble.of(e, output.messages()) != null) {
                throw e;
            }
            LOG.error("a bug ended the command", e);
            output.note("cli.bug", workplace.known().words(e.toString()));
            return ExitCodes.BUG;
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
