package edgeone.purge.cli.call;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;
import edgeone.purge.model.call.Trace;
import edgeone.purge.teo.error.PastedError;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;

@Command(name = "calls", description = "${bundle:help.calls}")
public final class CallsCommand extends EdgeOneCommand {
    @Parameters(arity = "0..1", paramLabel = "JOB", description = "${bundle:help.calls.job}")
    private @Nullable String job;

    @Option(names = "--action", paramLabel = "A", description = "${bundle:help.calls.action}")
    private @Nullable String action;

    @Option(names = "--failed", description = "${bundle:help.calls.failed}")
    private boolean failed;

    @Option(names = "--no-reads", description = "${bundle:help.calls.no-reads}")
    private boolean noReads;

    @Option(names = "--text", paramLabel = "S", description = "${bundle:help.calls.text}")
    private String text = "";

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "${bundle:help.calls.request-id}")
    private @Nullable String requestId;

    @Option(names = "--limit", paramLabel = "N", description = "${bundle:help.calls.limit}")
    private int limit = 1_000;

    public CallsCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected void check(Output output) {
        if (limit < 0) {
            throw new CommandFailure(ExitCodes.REFUSED, "cli.limit");
        }
        boolean filtered = job != null || action != null || failed || noReads || !text.isEmpty();
        if (requestId != null && filtered) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.request.alone");
        }
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        if (requestId != null) {
            return trace(requestId, workplace, output);
        }
        String wanted = job;
        if (wanted != null && workplace.history().job(wanted).isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "engine.refused.NO_SUCH_JOB");
        }
        List<Call> calls =
                workplace
                        .calls()
                        .list(new CallFilter(wanted, action, failed, noReads, text), 0, limit);
        if (output.isJson()) {
            output.json(Map.of("calls", CallTexts.json(calls)));
        } else {
            CallTexts.table(calls, output);
        }
        return ExitCodes.OK;
    }

    /** The calls with a RequestId, and the jobs they were made for. */
    private static int trace(String pasted, Workplace workplace, Output output) {
        String id = PastedError.requestIdIn(pasted).orElse(pasted.strip());
        Trace trace = workplace.calls().ofRequest(id);
        if (trace.isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "api.request.none", id);
        }
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "calls",
                            CallTexts.json(trace.calls()),
                            "jobs",
                            CallTexts.jobsJson(trace.jobs())));
            return ExitCodes.OK;
        }
        if (!trace.calls().isEmpty()) {
            CallTexts.table(trace.calls(), output);
        }
        if (!trace.jobs().isEmpty()) {
            output.text("api.request.jobs");
            CallTexts.jobsTable(trace.jobs(), output);
        }
        return ExitCodes.OK;
    }
}
