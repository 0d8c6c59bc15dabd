package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.ClockText;
import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.cli.purge.ZoneChoice;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.sync.SyncReport;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Instant;

@Command(name = "sync", description = "${bundle:help.sync}")
public final class SyncCommand extends EdgeOneCommand {
    @Option(
            names = "--zone",
            required = true,
            paramLabel = "Z",
            description = "${bundle:help.zone}")
    private String zone = "";

    @Option(names = "--since", paramLabel = "T", description = "${bundle:help.sync.since}")
    private @Nullable String since;

    public SyncCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        Instant from = from();
        if (from != null && from.isAfter(Instant.now())) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.sync.future", from.toString());
        }
    }

    private @Nullable Instant from() {
        return since == null ? null : JobFilterOptions.time("--since", since);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Zone chosen = ZoneChoice.choose(workplace.engine(), workplace.connection(), zone, output);
        ClockText.tell(workplace.connection(), output);
        SyncReport report =
                workplace.engine().sync(workplace.connection(), chosen, from(), new RunControl());
        TeoException trouble = report.trouble();
        if (trouble != null) {
            output.note("cli.sync.cut", report.added());
            throw trouble;
        }
        if (output.isJson()) {
            output.json(
                    new Fields()
                            .put("added", report.added())
                            .put("known", report.known())
                            .put("later", report.later() == 0 ? null : report.later())
                            .put(
                                    "unreadable",
                                    report.unreadable() == 0 ? null : report.unreadable())
                            .map());
        } else {
            output.text("cli.sync.done", report.added(), report.known());
        }
        if (report.later() > 0) {
            output.note("cli.sync.later", report.later());
        }
        if (report.unreadable() > 0) {
            output.note("cli.sync.unreadable", report.unreadable());
        }
        return ExitCodes.OK;
    }
}
