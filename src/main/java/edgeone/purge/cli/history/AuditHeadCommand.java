package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.journal.chain.ChainReport;

import picocli.CommandLine.Command;

@Command(name = "head", description = "${bundle:help.audit.head}")
final class AuditHeadCommand extends EdgeOneCommand {
    AuditHeadCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        ChainReport.Head head = workplace.audit().head();
        if (output.isJson()) {
            output.json(new Fields().put("entries", head.entries()).put("head", head.hash()).map());
        } else {
            output.line(head.hash());
        }
        return ExitCodes.OK;
    }
}
