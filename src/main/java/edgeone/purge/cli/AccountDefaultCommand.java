package edgeone.purge.cli;

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
    int run(Workplace workplace, Output output) throws Exception {
        String id = AccountTexts.named(workplace, name).id();
        workplace.desk().accounts().book().makeDefault(id);
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
