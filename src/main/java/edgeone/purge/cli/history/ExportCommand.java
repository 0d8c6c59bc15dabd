package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.export.Exporter;
import edgeone.purge.export.Exporter.Format;
import edgeone.purge.history.JobHistory;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.WhichJobs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

@Command(name = "export", description = "${bundle:help.export}")
public final class ExportCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", arity = "0..*", description = "${bundle:help.export.job}")
    private List<String> jobs = List.of();

    @Mixin private JobFilterOptions filters = new JobFilterOptions();
    @Mixin private WhoseHistory whose = new WhoseHistory();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "csv|json|html",
            description = "${bundle:help.export.format}")
    private String format = "";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "F",
            description = "${bundle:help.export.output}")
    private Path file = Path.of("");

    public ExportCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        chosenFormat();
        which();
    }

    private Format chosenFormat() {
        return Format.ofLabel(format)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.format", format));
    }

    private WhichJobs which() {
        if (!jobs.isEmpty()) {
            if (filters.isGiven()) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.export.both");
            }
            return new WhichJobs.Named(jobs);
        }
        if (!filters.isGiven() && options().account() == null && !whose.isEveryones()) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.export.which");
        }
        return new WhichJobs.Matching(filters.filter(options().account()), JobOrder.NEWEST_FIRST);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        JobHistory history = whose.of(workplace);
        for (String job : jobs) {
            if (history.job(job).isEmpty()) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.export.no-job", job);
            }
        }
        Exporter exporter = new Exporter(history, output.messages());
        OptionalLong rows =
                new FileOutput(output, file)
                        .write(watch -> exporter.export(which(), chosenFormat(), file, watch));
        if (rows.isEmpty()) {
            return ExitCodes.REFUSED;
        }
        if (output.isJson()) {
            output.json(Map.of("file", file.toString(), "rows", rows.getAsLong()));
        } else {
            output.text("cli.export.done", rows.getAsLong(), file.toString());
        }
        return ExitCodes.OK;
    }
}
