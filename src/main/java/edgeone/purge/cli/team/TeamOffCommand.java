package edgeone.purge.cli.team;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;

@Command(name = "off", description = "${bundle:help.team.off}")
final class TeamOffCommand extends EdgeOneCommand {
    TeamOffCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        workplace.team().off();
        return TeamTexts.show(workplace.team().status(), output);
    }
}
