package edgeone.purge.cli.history;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.evidence.Evidence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;

@Command(name = "evidence", description = "${bundle:help.evidence}")
public final class EvidenceCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "F.html",
            description = "${bundle:help.evidence.output}")
    private Path file = Path.of("");

    public EvidenceCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        Evidence evidence = new Evidence(workplace.history(), output.messages(), Clock.systemUTC());
        OptionalLong targets =
                new FileOutput(output, file).write(watch -> evidence.write(job, file, watch));
        if (targets.isEmpty()) {
            return ExitCodes.REFUSED;
        }
        if (output.isJson()) {
            output.json(Map.of("file", file.toString()));
        } else {
            output.text("cli.evidence.done", targets.getAsLong(), file.toString());
        }
        return ExitCodes.OK;
    }
}
