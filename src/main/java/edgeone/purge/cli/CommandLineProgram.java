package edgeone.purge.cli;

import edgeone.purge.cli.account.AccountCommand;
import edgeone.purge.cli.api.ActionsCommand;
import edgeone.purge.cli.api.CallCommand;
import edgeone.purge.cli.api.CodeCommand;
import edgeone.purge.cli.api.ErrorCommand;
import edgeone.purge.cli.api.SignCommand;
import edgeone.purge.cli.call.CallShowCommand;
import edgeone.purge.cli.call.CallsCommand;
import edgeone.purge.cli.history.AuditCommand;
import edgeone.purge.cli.history.EvidenceCommand;
import edgeone.purge.cli.history.ExportCommand;
import edgeone.purge.cli.history.JobsCommand;
import edgeone.purge.cli.history.PruneCommand;
import edgeone.purge.cli.history.RescueCommand;
import edgeone.purge.cli.history.StatsCommand;
import edgeone.purge.cli.history.SupportBundleCommand;
import edgeone.purge.cli.history.SyncCommand;
import edgeone.purge.cli.history.TargetsCommand;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.ConsoleCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.GlobalOptions;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.TerminalStream;
import edgeone.purge.cli.kit.Trouble;
import edgeone.purge.cli.kit.WindowOptions;
import edgeone.purge.cli.network.NetworkCommand;
import edgeone.purge.cli.probe.ProbeCommand;
import edgeone.purge.cli.purge.ExplainCommand;
import edgeone.purge.cli.purge.PrefetchCommand;
import edgeone.purge.cli.purge.PurgeCommand;
import edgeone.purge.cli.purge.QuotaCommand;
import edgeone.purge.cli.purge.ZonesCommand;
import edgeone.purge.cli.purge.job.CancelCommand;
import edgeone.purge.cli.purge.job.FollowCommand;
import edgeone.purge.cli.purge.job.ResumeCommand;
import edgeone.purge.cli.purge.job.RetryCommand;
import edgeone.purge.cli.recipe.RecipeCommand;
import edgeone.purge.cli.release.DeclineCommand;
import edgeone.purge.cli.release.ReleaseCommand;
import edgeone.purge.cli.release.RequestsCommand;
import edgeone.purge.cli.team.TeamCommand;
import edgeone.purge.engine.RefusedSubmitException;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.export.CutText;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.secrets.KnownSecrets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the program once, from its arguments to its exit code. */
public final class CommandLineProgram {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    /** The replacement for a byte the locale could not decode. */
    private static final char UNDECODED = '\uFFFD';

    private final CommandContext context;
    private final ConsoleCommand.WindowOpener window;
    private final String version;

    public CommandLineProgram(
            CommandContext context, ConsoleCommand.WindowOpener window, String version) {
        this.context = context;
        this.window = window;
        this.version = version;
    }

    /** Every command, to read and parse; none can be run. */
    static CommandLine model(Language language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandContext context =
                new CommandContext(
                        InputStream.nullInputStream(),
                        nowhere,
                        nowhere,
                        Map.of(),
                        new KnownSecrets(),
                        _ -> Path.of(""),
                        _ -> {
                            throw new IllegalStateException("the command model cannot be run");
                        });
        return new CommandLineProgram(context, (_, _) -> ExitCodes.OK, "")
                .commandLine(new Output(nowhere, nowhere, Messages.in(language), false));
    }

    public int run(String... arguments) {
        List<String> given = Arrays.asList(arguments);
        Messages messages = context.messages(language(given));
        if (given.stream().anyMatch(a -> a.indexOf(UNDECODED) >= 0)) {
            context.err().println(messages.text("cli.argument.undecodable"));
            return ExitCodes.REFUSED;
        }
        boolean json = given.contains("--json");
        Output output = new Output(context.out(), context.err(), messages, json);
        try {
            return given.isEmpty() ? window(output) : commandLine(output).execute(arguments);
        } finally {
            context.known().close();
        }
    }

    /**
     * The program as started from a menu: without the commands, which take longer to load than the
     * window.
     */
    private int window(Output output) {
        try {
            return window.open(
                    new GlobalOptions(null, null, null, null, false, null), WindowOptions.STANDARD);
        } catch (RuntimeException e) {
            return refused(e, output);
        } catch (Error e) {
            return refused(new IllegalStateException(e), output);
        }
    }

    private int refused(RuntimeException e, Output output) {
        int exit = failed(e, output);
        Trouble trouble = Trouble.of(e, output.messages());
        String told =
                trouble == null
                        ? output.messages().text("cli.bug", e.toString())
                        : trouble.message();
        window.refused(context.known().words(told), output.messages().language());
        return exit;
    }

    /** Every command, on the streams of {@code output}. */
    CommandLine commandLine(Output output) {
        IVersionProvider versions = () -> new String[] {version};
        CommandLine line = new CommandLine(new ConsoleCommand(window));
        line.addSubcommand(new EmulatorCommand(context))
                .addSubcommand(new ZonesCommand(context))
                .addSubcommand(new QuotaCommand(context))
                .addSubcommand(new PurgeCommand(context))
                .addSubcommand(new PrefetchCommand(context))
                .addSubcommand(new ProbeCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(RecipeCommand.with(context))
                .addSubcommand(new JobsCommand(context))
                .addSubcommand(new TargetsCommand(context))
                .addSubcommand(new FollowCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new RetryCommand(context))
                .addSubcommand(new CancelCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new EvidenceCommand(context))
                .addSubcommand(AuditCommand.with(context))
                .addSubcommand(new SyncCommand(context))
                .addSubcommand(new PruneCommand(context))
                .addSubcommand(new StatsCommand(context))
                .addSubcommand(new RescueCommand(context))
                .addSubcommand(new ActionsCommand(context))
                .addSubcommand(new SignCommand(context))
                .addSubcommand(new CallCommand(context))
                .addSubcommand(new CodeCommand(context))
                .addSubcommand(new ErrorCommand(context))
                .addSubcommand(new SupportBundleCommand(context))
                .addSubcommand(new CallsCommand(context))
                .addSubcommand(new CallShowCommand(context))
                .addSubcommand(AccountCommand.with(context))
                .addSubcommand(NetworkCommand.with(context))
                .addSubcommand(new RequestsCommand(context))
                .addSubcommand(new ReleaseCommand(context))
                .addSubcommand(new DeclineCommand(context))
                .addSubcommand(TeamCommand.with(context));
        line.getCommandSpec().versionProvider(versions);
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(versions));
        UsageText usage = new UsageText(output.messages());
        usage.on(line);
        line.setOut(TerminalStream.writer(context.out()));
        line.setErr(TerminalStream.writer(context.err()));
        // Colours are control characters too, which the streams escape.
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((e, _) -> misused(e, usage));
        // An option given twice is an error: report it instead of guessing.
        line.setOverwrittenOptionsAllowed(false);
        line.setAbbreviatedOptionsAllowed(false);
        // A value that begins with @ is read by the option it belongs to, or is just a value.
        line.setExpandAtFiles(false);
        line.setExecutionStrategy(CommandLineProgram::execute);
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, output));
        return line;
    }

    /** picocli hands over only exceptions; an Error would be printed uncovered. */
    private static int execute(CommandLine.ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            throw new CommandLine.ExecutionException(
                    parsed.commandSpec().commandLine(), "error", new IllegalStateException(e));
        }
    }

    /** Reports a wrong command line; the message repeats the user's words. */
    private static int misused(CommandLine.ParameterException e, UsageText usage) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(usage.of(e));
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getSuggestions().isEmpty()) {
            command.usage(command.getErr());
        }
        return ExitCodes.REFUSED;
    }

    /** An exception's message may hold anything, so remove secrets from it. */
    private int failed(Exception e, Output output) {
        KnownSecrets known = context.known();
        Trouble said = Trouble.of(e, output.messages());
        if (said == null) {
            LOG.error("command ended by a bug", e);
            output.note("cli.bug", known.words(e.toString()));
            return ExitCodes.BUG;
        }
        Trouble trouble = said.covered(known::words);
        LOG.info("refused: {} {}", trouble.code(), trouble.requestId());
        if (output.isJson()) {
            output.json(
                    switch (e) {
                        case CutRunException cut -> trouble.json(cut);
                        case RefusedSubmitException refused -> trouble.json(refused);
                        default -> trouble.json();
                    });
        }
        output.noteLine(trouble.message());
        if (e instanceof CutRunException cut) {
            new CutText(output.messages())
                    .lines(cut)
                    .forEach(line -> output.noteLine(known.words(line)));
        }
        return trouble.exitCode();
    }

    /**
     * Read before anything else, so that even a wrong command line is reported in the right
     * language.
     */
    private static Language language(List<String> arguments) {
        Optional<Language> given = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                given = Language.ofTag(argument.substring("--lang=".length())).or(keep(given));
            } else if (argument.equals("--lang") && i + 1 < arguments.size()) {
                given = Language.ofTag(arguments.get(i + 1)).or(keep(given));
            }
        }
        return given.orElseGet(Language::ofSystem);
    }

    /** For a word of {@code --lang} that names a programming language. */
    private static Supplier<Optional<Language>> keep(Optional<Language> language) {
        return () -> language;
    }
}
