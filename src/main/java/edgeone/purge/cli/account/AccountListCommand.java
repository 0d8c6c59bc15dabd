package edgeone.purge.cli.account;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;

@Command(name = "list", description = "${bundle:help.account.list}")
final class AccountListCommand extends EdgeOneCommand {
    AccountListCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
