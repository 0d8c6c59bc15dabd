package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.CommandContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A team's database on the command line; the work is in its subcommands. */
@Command(name = "team", description = "${bundle:help.team}")
public final class TeamCommand {
    private TeamCommand() {}

    public static CommandLine with(CommandContext context) {
        return new CommandLine(new TeamCommand())
                .addSubcommand(new TeamSetCommand(context))
                .addSubcommand(new TeamStatusCommand(context))
                .addSubcommand(new TeamPublishCommand(context))
                .addSubcommand(new TeamOffCommand(context))
                .addSubcommand(new TeamSchemaCommand(context));
    }
}
