package edgeone.purge.cli;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What every command of one invocation shares: streams, environment, and how to open a home folder.
 */
public record CommandContext(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Workplace.Opener opener) {
    public CommandContext {
        environment = Map.copyOf(environment);
    }

    Output output(GlobalOptions options) {
        Language language = options.language() == null ? Language.ofSystem() : options.language();
        return new Output(out, err, Messages.in(language), options.json());
    }
}
