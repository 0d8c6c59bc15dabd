package edgeone.purge.cli.account;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "default", description = "${bundle:help.account.default}")
final class AccountDefaultCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.account.name}")
    private String name = "";

    AccountDefaultCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        String id = AccountTexts.named(workplace, name).id();
        workplace.desk().accounts().book().makeDefault(id);
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
