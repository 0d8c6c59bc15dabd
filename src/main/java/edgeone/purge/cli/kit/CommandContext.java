package edgeone.purge.cli.kit;

import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.KnownSecrets;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * What all commands of one invocation share.
 *
 * @param known every secret this invocation has seen, including those in the environment
 * @param home the home folder that options select
 * @param opener opens it
 */
public record CommandContext(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        KnownSecrets known,
        Function<GlobalOptions, Path> home,
        Workplace.Opener opener) {
    public CommandContext {
        out = TerminalStream.over(out);
        err = TerminalStream.over(err);
        environment = Map.copyOf(environment);
    }

    Output output(GlobalOptions options) {
        Language language = options.language() == null ? Language.ofSystem() : options.language();
        return new Output(out, err, messages(language), options.json());
    }

    /** The texts, limited to what the streams can encode. */
    public Messages messages(Language language) {
        return Messages.printable(language, out.charset(), err.charset());
    }
}
