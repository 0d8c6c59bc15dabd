package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The chain of entries on the command line; the work is in its subcommands. */
@Command(name = "audit", description = "${bundle:help.audit}")
public final class AuditCommand {
    private AuditCommand() {}

    public static CommandLine with(CommandContext context) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new AuditVerifyCommand(context))
                .addSubcommand(new AuditHeadCommand(context));
    }
}
