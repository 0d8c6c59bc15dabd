package edgeone.purge.cli.release;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.team.release.PurgeRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "decline", description = "${bundle:help.decline}")
public final class DeclineCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "REQUEST", description = "${bundle:help.release.request}")
    private String request = "";

    public DeclineCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        PurgeRequest found = workplace.releases().find(request);
        workplace.releases().decline(found);
        new RequestText(output).decided(workplace.releases().find(request));
        return ExitCodes.OK;
    }
}
