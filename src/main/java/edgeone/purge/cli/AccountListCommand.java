package edgeone.purge.cli;

import picocli.CommandLine.Command;

@Command(name = "list", description = "${bundle:help.account.list}")
final class AccountListCommand extends EdgeOneCommand {
    AccountListCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(Workplace workplace, Output output) throws Exception {
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
