package edgeone.purge.cli.purge.job;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(name = "cancel", description = "${bundle:help.cancel}")
public final class CancelCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    public CancelCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run(Workplace workplace, Output output) throws Exception {
        int canceled = workplace.engine().cancel(job);
        if (output.isJson()) {
            output.json(Map.of("job", job, "canceledBatches", canceled));
        } else {
            output.text("cli.canceled", job, canceled);
        }
        return ExitCodes.OK;
    }
}
