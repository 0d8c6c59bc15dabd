package edgeone.purge.cli.network;

import edgeone.purge.cli.kit.CommandContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Network settings on the command line; the work is in its subcommands. */
@Command(name = "network", description = "${bundle:help.network}")
public final class NetworkCommand {
    private NetworkCommand() {}

    public static CommandLine with(CommandContext context) {
        return new CommandLine(new NetworkCommand())
                .addSubcommand(new NetworkShowCommand(context))
                .addSubcommand(new NetworkSetCommand(context))
                .addSubcommand(new NetworkPasswordCommand(context));
    }
}
