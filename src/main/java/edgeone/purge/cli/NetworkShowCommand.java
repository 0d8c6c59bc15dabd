package edgeone.purge.cli;

import picocli.CommandLine.Command;

@Command(name = "show", description = "${bundle:help.network.show}")
final class NetworkShowCommand extends EdgeOneCommand {
    NetworkShowCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(Workplace workplace, Output output) throws Exception {
        NetworkTexts.show(workplace.settings().load().settings().network(), output);
        return ExitCodes.OK;
    }
}
