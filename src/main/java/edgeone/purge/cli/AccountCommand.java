package edgeone.purge.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Accounts on the command line; what is done is said by its sub-commands. */
@Command(name = "account", description = "${bundle:help.account}")
final class AccountCommand {
    private AccountCommand() {}

    static CommandLine with(CommandContext context) {
        return new CommandLine(new AccountCommand())
                .addSubcommand(new AccountListCommand(context))
                .addSubcommand(new AccountAddCommand(context))
                .addSubcommand(new AccountEditCommand(context))
                .addSubcommand(new AccountRenameCommand(context))
                .addSubcommand(new AccountDefaultCommand(context))
                .addSubcommand(new AccountRemoveCommand(context))
                .addSubcommand(new AccountTestCommand(context))
                .addSubcommand(new AccountImportCommand(context))
                .addSubcommand(new AccountForgetPassphraseCommand(context));
    }
}
