package edgeone.purge.app;

import edgeone.purge.cli.CommandContext;
import edgeone.purge.cli.CommandLineProgram;

import java.util.Map;

/**
 * Starts the program; not an {@code Application} itself, so that JavaFX may lie on the class path.
 */
public final class Main {
    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Map<String, String> environment = System.getenv();
        StandardInput input = new StandardInput(System.in);
        CommandContext context =
                new CommandContext(
                        System.in,
                        System.out,
                        System.err,
                        environment,
                        options ->
                                new CommandWorkplace(
                                        Wiring.open(options, environment, input),
                                        options,
                                        System.err));
        WindowProgram window = new WindowProgram(environment, System.err);
        return new CommandLineProgram(context, window::open, BuildInfo.read().line()).run(args);
    }

    private Main() {}
}
