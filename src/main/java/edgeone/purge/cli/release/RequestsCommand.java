package edgeone.purge.cli.release;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.team.release.PurgeRequest;

import picocli.CommandLine.Command;

import java.util.List;

@Command(name = "requests", description = "${bundle:help.requests}")
public final class RequestsCommand extends EdgeOneCommand {
    public RequestsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        List<PurgeRequest> open = workplace.releases().open();
        new RequestText(output).list(open);
        return ExitCodes.OK;
    }
}
