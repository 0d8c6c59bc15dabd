package edgeone.purge.cli.account;

import edgeone.purge.cli.kit.CommandContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Accounts on the command line; the work is in its subcommands. */
@Command(name = "account", description = "${bundle:help.account}")
public final class AccountCommand {
    private AccountCommand() {}

    public static CommandLine with(CommandContext context) {
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
