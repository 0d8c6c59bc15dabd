package edgeone.purge.cli.call;

import edgeone.purge.cli.kit.CommandContext;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.EdgeOneCommand;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.CallFilter;

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
    }

    @Override
    protected int run(Workplace workplace, Output output) {
        String wanted = job;
        if (wanted != null && workplace.history().job(wanted).isEmpty()) {
            throw new CommandFailure(ExitCodes.REFUSED, "engine.refused.NO_SUCH_JOB");
        }
        List<Call> calls =
                workplace
                        .calls()
                        .list(new CallFilter(wanted, action, failed, noReads, text), 0, limit);
        if (output.isJson()) {
            output.json(Map.of("calls", calls.stream().map(c -> CallFields.of(c).map()).toList()));
        } else {
            output.table(
                    List.of(
                            "column.call",
                            "column.time",
                            "column.action",
                            "column.zone",
                            "column.job",
                            "column.call-batch",
                            "column.attempt",
                            "column.took",
                            "column.http",
                            "column.code",
                            "column.request-id"),
                    calls.stream().map(CallsCommand::row).toList());
        }
        return ExitCodes.OK;
    }

    private static List<String> row(Call call) {
        return List.of(
                call.id(),
                call.at().toString(),
                call.action(),
                text(call.zone()),
                text(call.job()),
                text(call.batch()),
                text(call.attempt()),
                text(call.tookMillis()),
                text(call.http()),
                text(call.code()),
                text(call.requestId()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
