package edgeone.purge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(name = "cancel", description = "${bundle:help.cancel}")
final class CancelCommand extends EdgeOneCommand {
    @Parameters(paramLabel = "JOB", description = "${bundle:help.job}")
    private String job = "";

    CancelCommand(CommandContext context) {
        super(context);
    }

    @Override
    int run(Workplace workplace, Output output) throws Exception {
        int canceled = workplace.engine().cancel(job);
        if (output.isJson()) {
            output.json(Map.of("job", job, "canceledBatches", canceled));
        } else {
            output.text("cli.canceled", job, canceled);
        }
        return ExitCodes.OK;
    }
}
