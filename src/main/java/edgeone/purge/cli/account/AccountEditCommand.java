package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
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

import java.time.Duration;

@Command(name = "edit", description = "${bundle:help.account.edit}")
final class AccountEditCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.account.name}")
    private String name = "";

    @Option(
            names = "--site",
            paramLabel = "cn|intl|URL",
            description = "${bundle:help.account.site}")
    private @Nullable String site;

    @Option(
            names = "--secret-id",
            paramLabel = "ID",
            description = "${bundle:help.account.edit.secret-id}")
    private @Nullable String secretId;

    @Option(
            names = "--store",
            paramLabel = "keychain|file",
            description = "${bundle:help.account.edit.store}")
    private @Nullable String store;

    @Option(names = "--safety", paramLabel = "L", description = "${bundle:help.account.safety}")
    private @Nullable String safety;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "${bundle:help.account.edit.confirm}")
    private @Nullable String confirm;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "${bundle:help.account.edit.minutes}")
    private long minutes = 60;

    @Mixin private AccountDetails details = new AccountDetails();

    AccountEditCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        if (secretId == null && (store != null || details.hasToken() || details.expiry() != null)) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.account.key-needed");
        }
        if (minutes < 1 || minutes > 100_000) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.account.minutes");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        AccountDesk desk = workplace.desk();
        Account before = AccountTexts.named(workplace, name);
        Site wanted = site == null ? before.site() : Site.of(site);
        if (secretId != null) {
            newKey(workplace, output, before, secretId);
        }
        desk.accounts().edit(before.id(), a -> details.on(a.withSite(wanted, a.region())));
        if (safety != null) {
            desk.accounts()
                    .book()
                    .changeSafety(
                            before.id(),
                            AccountTexts.safety(safety),
                            confirm,
                            Duration.ofMinutes(minutes),
                            desk.safetyLog());
        }
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }

    private void newKey(Workplace workplace, Output output, Account before, String id)
            throws Exception {
        AccountDesk desk = workplace.desk();
        try (Secret secret = AccountKey.ask(workplace, output, details.hasToken())) {
            desk.accounts()
                    .changeKey(
                            before.id(),
                            id,
                            secret,
                            AccountKey.expiry(details.expiry()),
                            store == null
                                    ? before.store()
                                    : AccountKey.store(store, desk.stores()));
        }
    }
}
