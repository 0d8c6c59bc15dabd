package edgeone.purge.cli.network;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;

@Command(name = "show", description = "${bundle:help.network.show}")
final class NetworkShowCommand extends EdgeOneCommand {
    NetworkShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        NetworkTexts.show(workplace.settings().load().settings().network(), output);
        return ExitCodes.OK;
    }
}
