package edgeone.purge.app;

import edgeone.purge.app.log.LogFile;
import edgeone.purge.app.window.Toolkit;
import edgeone.purge.app.window.WindowProgram;
import edgeone.purge.app.wiring.BuildInfo;
import edgeone.purge.app.wiring.Directories;
import edgeone.purge.app.wiring.Wiring;
import edgeone.purge.cli.CommandLineProgram;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.TerminalStream;
import edgeone.purge.secrets.KnownSecrets;
import edgeone.purge.ui.kit.dialog.FileAsk;
import edgeone.purge.ui.kit.dialog.SystemFileAsk;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** Starts the program. Not an {@code Application}, so that JavaFX can be on the class path. */
public final class Main {
    private static final String SYSTEM_PROXIES = "java.net.useSystemProxies";

    public static void main(String[] args) {
        // Java reads the proxy settings of macOS, Windows and GNOME only if told to.
        if (System.getProperty(SYSTEM_PROXIES) == null) {
            System.setProperty(SYSTEM_PROXIES, "true");
        }
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Map<String, String> environment = System.getenv();
        boolean window = args.length == 0 && Toolkit.isPossible(environment);
        Toolkit toolkit = window ? Toolkit.start(Toolkit.rendering(null, environment)) : null;
        SystemFileAsk files = new SystemFileAsk();
        PrintStream err = TerminalStream.over(System.err);
        // For uncaught exceptions, and what is logged before the home folder is open.
        System.setErr(err);
        return program(System.in, System.out, err, environment, files, toolkit).run(args);
    }

    /** The program with the given streams and file dialogs. */
    static CommandLineProgram program(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            FileAsk files) {
        return program(in, out, err, environment, files, null);
    }

    private static CommandLineProgram program(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            FileAsk files,
            @Nullable Toolkit toolkit) {
        CommandContext context = context(in, out, err, environment);
        LogFile.beforeHome(context.known()::words);
        WindowProgram window = new WindowProgram(environment, err, context.known(), files, toolkit);
        return new CommandLineProgram(context, window, BuildInfo.read().line());
    }

    /** What every command of an invocation works with. */
    public static CommandContext context(
            InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        StandardInput input = new StandardInput(in);
        KnownSecrets known = new KnownSecrets();
        EnvironmentSecrets.learn(environment, known);
        return new CommandContext(
                in,
                out,
                err,
                environment,
                known,
                options -> Directories.here(options.home(), environment).home(),
                options ->
                        new CommandWorkplace(
                                Wiring.open(
                                        options,
                                        environment,
                                        input,
                                        known,
                                        MigrationNote.on(err, options.language())),
                                options,
                                input,
                                err));
    }

    private Main() {}
}
