package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.accounts.imports.ImportReport;
import edgeone.purge.accounts.imports.ImportReport.Found;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.secrets.Secret;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.Map;

@Command(name = "import", description = "${bundle:help.account.import}")
final class AccountImportCommand extends EdgeOneCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "PROFILE",
            description = "${bundle:help.account.import.profile}")
    private @Nullable String profile;

    @Option(names = "--as", paramLabel = "NAME", description = "${bundle:help.account.import.as}")
    private @Nullable String as;

    @Option(
            names = "--store",
            paramLabel = "keychain|file",
            description = "${bundle:help.account.store}")
    private @Nullable String store;

    AccountImportCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        AccountDesk desk = workplace.desk();
        try (ImportReport report = desk.imports().look()) {
            if (profile == null) {
                show(report, output);
                return ExitCodes.OK;
            }
            Found found = one(report, profile);
            Account account =
                    Account.of(
                                    as == null ? found.name() : as,
                                    found.site(),
                                    found.secretId(),
                                    AccountKey.store(store, desk.stores()))
                            .withSite(found.site(), found.region());
            try (Secret secret = found.secret().copy()) {
                desk.accounts()
                        .add(
                                account.withKey(
                                        found.secretId(), secret.hasToken(), found.tokenExpiry()),
                                secret);
            }
            output.note("cli.account.added", account.name());
        }
        AccountTexts.list(workplace, output);
        return ExitCodes.OK;
    }

    private static Found one(ImportReport report, String profile) {
        List<Found> fitting =
                report.found().stream().filter(f -> f.name().equals(profile)).toList();
        if (fitting.size() != 1) {
            throw new CommandFailure(
                    ExitCodes.REFUSED,
                    fitting.isEmpty() ? "cli.account.no-profile" : "cli.account.profiles",
                    profile);
        }
        return fitting.getFirst();
    }

    private static void show(ImportReport report, Output output) {
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "found",
                            report.found().stream().map(AccountImportCommand::json).toList(),
                            "skipped",
                            report.skipped().stream().map(AccountImportCommand::json).toList()));
            return;
        }
        output.table(
                List.of("column.profile", "column.site", "column.secret-id", "column.from"),
                report.found().stream()
                        .map(f -> List.of(f.name(), f.site().label(), f.secretId(), f.origin()))
                        .toList());
        report.skipped().forEach(s -> output.note(s.reason().key(), s.origin()));
    }

    private static Map<String, Object> json(Found found) {
        return new Fields()
                .put("name", found.name())
                .put("site", found.site().label())
                .put("secretId", found.secretId())
                .put("from", found.origin())
                .map();
    }

    private static Map<String, Object> json(ImportReport.Skipped skipped) {
        return new Fields()
                .put("from", skipped.origin())
                .put("reason", skipped.reason().name().toLowerCase(Locale.ROOT))
                .map();
    }
}
