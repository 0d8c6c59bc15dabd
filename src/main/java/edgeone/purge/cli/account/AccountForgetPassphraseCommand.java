package edgeone.purge.cli.account;

import edgeone.purge.accounts.Accounts;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;

@Command(name = "forget-passphrase", description = "${bundle:help.account.forget-passphrase}")
final class AccountForgetPassphraseCommand extends EdgeOneCommand {
    @Option(names = "--yes", description = "${bundle:help.account.forget-passphrase.yes}")
    private boolean yes;

    AccountForgetPassphraseCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Accounts accounts = workplace.desk().accounts();
        if (!yes) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    "cli.account.forget-unconfirmed",
                    names(accounts.inEncryptedFile()));
        }
        Accounts.Forgotten forgotten = accounts.forgetPassphrase();
        if (forgotten.setAside() == null) {
            output.note("cli.account.forget-nothing");
        } else {
            output.note("cli.account.forgotten", forgotten.setAside().toString());
        }
        if (!forgotten.accounts().isEmpty()) {
            output.note("cli.account.enter-anew", names(forgotten.accounts()));
        }
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put(
                                    "setAside",
                                    forgotten.setAside() == null
                                            ? null
                                            : forgotten.setAside().toString())
                            .put("accounts", forgotten.accounts())
                            .map());
        }
        return ExitCodes.OK;
    }

    private static String names(List<String> accounts) {
        return accounts.isEmpty() ? "-" : String.join(", ", accounts);
    }
}
