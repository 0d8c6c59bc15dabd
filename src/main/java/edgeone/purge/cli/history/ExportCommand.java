package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.export.Exporter;
import edgeone.purge.export.Exporter.Format;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@Command(name = "export", description = "${bundle:help.export}")
public final class ExportCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", arity = "1..*", description = "${bundle:help.export.job}")
    private List<String> jobs = List.of();

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
    }

    private Format chosenFormat() {
        return Format.ofLabel(format)
                .orElseThrow(() -> new CommandFailure(ExitCodes.REFUSED, "cli.format", format));
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        for (String job : jobs) {
            if (workplace.history().job(job).isEmpty()) {
                throw new CommandFailure(ExitCodes.REFUSED, "cli.export.no-job", job);
            }
        }
        int rows;
        try {
            rows =
                    new Exporter(workplace.history(), output.messages())
                            .export(jobs, chosenFormat(), file);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.REFUSED, "cli.export.unwritable", file.toString(), reason(e));
        }
        if (output.isJson()) {
            output.json(Map.of("file", file.toString(), "rows", rows));
        } else {
            output.text("cli.export.done", rows, file.toString());
        }
        return ExitCodes.OK;
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        if (reason != null) {
            return reason;
        }
        return e instanceof NoSuchFileException ? "no such folder" : e.getClass().getSimpleName();
    }
}
