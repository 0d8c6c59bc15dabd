package edgeone.purge.cli.kit;

import java.io.IOException;

/** A command that works on a home folder. */
public abstract class EdgeOneCommand extends ProgramCommand {
    public EdgeOneCommand(CommandContext context) {
        super(context);
    }

    @Override
    public final Integer call() throws Exception {
        GlobalOptions options = options();
        Output output = output();
        check(output);
        try (Workplace workplace = context().opener().open(options)) {
            return run(workplace, output);
        }
    }

    /** Checks what can be checked before the home folder is touched. */
    protected void check(Output output) throws IOException {}

    /** Does the command's work. What it throws is reported as {@link Trouble}, or as a bug. */
    protected abstract int run(Workplace workplace, Output output) throws Exception;
}
