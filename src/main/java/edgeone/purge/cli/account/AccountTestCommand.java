package edgeone.purge.cli.account;

import edgeone.purge.accounts.Account;
import edgeone.purge.accounts.check.ConnectionReport;
import edgeone.purge.accounts.check.ConnectionReport.Capability;
import edgeone.purge.accounts.check.ConnectionReport.Refused;
import edgeone.purge.accounts.check.ConnectionText;
import edgeone.purge.accounts.desk.AccountDesk;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.teo.error.TeoException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Locale;
import java.util.Map;

@Command(name = "test", description = "${bundle:help.account.test}")
final class AccountTestCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "NAME", description = "${bundle:help.account.name}")
    private String name = "";

    AccountTestCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        AccountDesk desk = workplace.desk();
        Account account = AccountTexts.named(workplace, name);
        ConnectionReport report = desk.check().run(account.site(), desk.accounts().signIn(account));
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "accounts",
                            List.of(AccountTexts.json(account, desk.clock().instant())),
                            "test",
                            json(report)));
        } else {
            new ConnectionText(output.messages()).lines(report).forEach(output::line);
        }
        return report.zoneList() instanceof Refused(TeoException trouble)
                ? ExitCodes.of(trouble)
                : ExitCodes.OK;
    }

    private static Map<String, Object> json(ConnectionReport report) {
        return new Fields()
                .put("signedIn", report.signedIn())
                .put("zones", json(report.zoneList()))
                .put("quota", json(report.quota()))
                .put("domains", json(report.domains()))
                .put("history", json(report.history()))
                .put("otherSite", report.otherSite().name().toLowerCase(Locale.ROOT))
                .put("clockOffsetSeconds", report.clockOffset().toSeconds())
                .put("proxy", report.proxy())
                .put("interference", report.interference().name().toLowerCase(Locale.ROOT))
                .map();
    }

    private static Map<String, Object> json(Capability capability) {
        return switch (capability) {
            case ConnectionReport.Allowed(int entries) ->
                    new Fields().put("allowed", true).put("entries", entries).map();
            case Refused(TeoException trouble) ->
                    new Fields()
                            .put("allowed", false)
                            .put("code", trouble.code())
                            .put("requestId", trouble.requestId())
                            .map();
            case ConnectionReport.NotTried _ -> new Fields().map();
        };
    }
}
