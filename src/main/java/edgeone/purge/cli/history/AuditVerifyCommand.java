package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.journal.chain.ChainReport;
import edgeone.purge.journal.chain.ChainReport.Broken;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

@Command(name = "verify", description = "${bundle:help.audit.verify}")
final class AuditVerifyCommand extends EdgeOneCommand {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    @Option(names = "--head", paramLabel = "HASH", description = "${bundle:help.audit.verify.head}")
    private @Nullable String head;

    @Option(names = "--team", description = "${bundle:help.audit.verify.team}")
    private boolean team;

    AuditVerifyCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        if (head != null && !HASH.matcher(head).matches()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.audit.hash", head);
        }
        if (head != null && team) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.audit.head-or-team");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        if (team) {
            return new TeamAudit(output).run(workplace.team());
        }
        String wanted = head == null ? null : head.toLowerCase(Locale.ROOT);
        ChainReport report = workplace.audit().verify(wanted, () -> false).orElseThrow();
        Broken broken = report.broken();
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("entries", report.entries())
                            .put("intact", report.isIntact())
                            .put("firstBroken", broken == null ? null : json(broken))
                            .put("headFound", report.headFound())
                            .map());
        } else if (broken != null) {
            switch (broken) {
                case Broken.Entry(long n) -> output.text("cli.audit.broken.entry", n);
                case Broken.Job(String id) -> output.text("cli.audit.broken.job", id);
                case Broken.Safety(long row) -> output.text("cli.audit.broken.safety", row);
            }
        } else if (report.isIntact()) {
            output.text("cli.audit.intact", report.entries());
        }
        if (Boolean.FALSE.equals(report.headFound()) && !output.isJson()) {
            output.text("cli.audit.no-head");
        }
        return report.isIntact() ? ExitCodes.OK : ExitCodes.SOME_FAILED;
    }

    private static Map<String, Object> json(Broken broken) {
        return switch (broken) {
            case Broken.Entry(long n) -> Map.of("entry", n);
            case Broken.Job(String id) -> Map.of("job", id);
            case Broken.Safety(long row) -> Map.of("safety", row);
        };
    }
}
