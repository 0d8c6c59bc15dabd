package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Safety;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "${bundle:help.account.add}")
final class AccountAddCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.account.add.name}")
    private String name = "";

    @Option(
            names = "--site",
            paramLabel = "cn|intl|URL",
            required = true,
            description = "${bundle:help.account.site}")
    private String site = "";

    @Option(
            names = "--secret-id",
            paramLabel = "ID",
            required = true,
            description = "${bundle:help.account.add.secret-id}")
    private String secretId = "";

    @Option(
            names = "--store",
            paramLabel = "keychain|file",
            description = "${bundle:help.account.store}")
    private @Nullable String store;

    @Option(names = "--safety", paramLabel = "L", description = "${bundle:help.account.safety}")
    private String safety = "normal";

    @Mixin private AccountDetails details = new AccountDetails();

    AccountAddCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        AccountDesk desk = workplace.desk();
        Account plain =
                Account.of(name, Site.of(site), secretId, AccountKey.store(store, desk.stores()));
        Account account =
                details.on(plain)
                        .withSafety(Safety.of(AccountTexts.safety(safety)))
                        .withKey(secretId, details.hasToken(), AccountKey.expiry(details.expiry()));
        try (Secret secret = AccountKey.ask(workplace, output, details.hasToken())) {
            desk.accounts().add(account, secret);
        }
        output.note("cli.account.added", name);
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }
}
