package edgeone.purge.cli;

import edgeone.purge.accounts.Account;

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
    int run(Workplace workplace, Output output) throws Exception {
        Account account = AccountTexts.named(workplace, name);
        workplace.desk().accounts().edit(account.id(), a -> a.withName(newName));
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
