package edgeone.purge.cli.account;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.messages.Shown;
import edgeone.purge.secrets.SecretStoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "${bundle:help.account.remove}")
final class AccountRemoveCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.account.name}")
    private String name = "";

    AccountRemoveCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        String id = AccountTexts.named(workplace, name).id();
        try {
            workplace.desk().accounts().remove(id);
            output.note("cli.account.removed", name);
        } catch (SecretStoreException e) {
            // The account is removed all the same; what is left of it is useless without it.
            output.note("cli.account.key-left", name, new Shown(e.text(output.messages())));
        }
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
