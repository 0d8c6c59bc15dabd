package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.ProgramCommand;
import edgeone.purge.team.db.TeamSchema;

import picocli.CommandLine.Command;

@Command(name = "schema", description = "${bundle:help.team.schema}")
final class TeamSchemaCommand extends ProgramCommand {
    TeamSchemaCommand(CommandContext context) {
        super(context);
    }

    @Override
    public Integer call() {
        output().part(TeamSchema.script());
        return ExitCodes.OK;
    }
}
