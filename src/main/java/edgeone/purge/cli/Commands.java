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
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.TerminalStream;
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

import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** The commands of the program, and how their command line is read. */
final class Commands {
    private final CommandContext context;
    private final ConsoleCommand.WindowOpener window;
    private final String version;
    private final Failure failure;

    /** Reports why a command failed. */
    interface Failure {
        /** Reports one and returns the exit code. */
        int report(Exception why, Output output);
    }

    Commands(
            CommandContext context,
            ConsoleCommand.WindowOpener window,
            String version,
            Failure failure) {
        this.context = context;
        this.window = window;
        this.version = version;
        this.failure = failure;
    }

    /** Every command, on the streams of {@code output}. */
    CommandLine on(Output output) {
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
        line.setExecutionStrategy(Commands::execute);
        line.setExecutionExceptionHandler((e, _, _) -> failure.report(e, output));
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
}
