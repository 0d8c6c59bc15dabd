package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;

@Command(name = "status", description = "${bundle:help.team.status}")
final class TeamStatusCommand extends EdgeOneCommand {
    TeamStatusCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        return TeamTexts.show(workplace.team().status(), output);
    }
}
