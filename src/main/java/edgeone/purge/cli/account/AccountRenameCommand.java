package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "${bundle:help.account.rename}")
final class AccountRenameCommand extends EdgeOneCommand {
    @Parameters(index = "0", paramLabel = "OLD", description = "${bundle:help.account.rename.old}")
    private String name = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "${bundle:help.account.rename.new}")
    private String newName = "";

    AccountRenameCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Account account = AccountTexts.named(workplace, name);
        workplace.desk().accounts().edit(account.id(), a -> a.withName(newName));
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
