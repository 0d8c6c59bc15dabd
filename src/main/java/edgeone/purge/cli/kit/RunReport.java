package edgeone.purge.cli.kit;

import edgeone.purge.engine.RunResult;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports how a run over a job ended, and returns the exit code. */
public final class RunReport {
    private static final List<TargetState> FAILURES =
            List.of(
                    TargetState.FAILED,
                    TargetState.TIMED_OUT,
                    TargetState.REJECTED,
                    TargetState.CANCELED);
    private static final int SHOWN = 50;

    private RunReport() {}

    public static int print(Workplace workplace, Output output, RunResult result, int exit) {
        return print(workplace, output, result, exit, Map.of());
    }

    /**
     * Reports how a run ended.
     *
     * @param more members the JSON has in addition
     */
    public static int print(
            Workplace workplace,
            Output output,
            RunResult result,
            int exit,
            Map<String, Object> more) {
        String jobId = result.summary().job().id();
        List<TargetRow> failures =
                workplace.history().targets(jobId, FAILURES, 0, Integer.MAX_VALUE).stream()
                        .filter(RunReport::isFailure)
                        .toList();
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>(JobJson.run(result, failures));
            document.putAll(more);
            output.json(document);
        } else {
            text(output, result, failures);
        }
        advise(output, result, exit);
        return exit;
    }

    /** EdgeOne cancels with a reason; what the user canceled has none and is not a failure. */
    private static boolean isFailure(TargetRow row) {
        return row.state() != TargetState.CANCELED || row.code() != null;
    }

    private static void text(Output output, RunResult result, List<TargetRow> failures) {
        Messages messages = output.messages();
        TargetCounts c = result.summary().targets();
        output.text(
                "cli.run.summary",
                result.summary().job().id(),
                messages.text("engine.job-state." + result.summary().state()),
                c.total());
        output.text(
                "cli.run.counts",
                c.pending(),
                c.accepted(),
                c.succeeded(),
                c.failed(),
                c.rejected(),
                c.canceled(),
                c.unknown());
        for (TargetRow row : failures.subList(0, Math.min(SHOWN, failures.size()))) {
            output.line(
                    "  "
                            + row.state().label()
                            + "  "
                            + VisibleText.of(row.target())
                            + "  "
                            + (row.reason() == null ? "" : VisibleText.of(row.reason()))
                            + (row.code() == null ? "" : " [" + VisibleText.of(row.code()) + "]"));
        }
        if (failures.size() > SHOWN) {
            output.text("cli.run.more", failures.size() - SHOWN, result.summary().job().id());
        }
    }

    /** The next step goes to standard error in either format. */
    private static void advise(Output output, RunResult result, int exit) {
        if (result.lastTrouble() != null && exit != ExitCodes.OK) {
            output.noteLine(Trouble.text(output.messages(), result.lastTrouble()));
        }
        if (result.barred()) {
            output.note("cli.run.barred", result.summary().job().id());
        }
        boolean planned = result.batches().stream().anyMatch(b -> b.state() == BatchState.PLANNED);
        switch (exit) {
            case ExitCodes.UNKNOWN -> output.note("cli.run.resume");
            case ExitCodes.NOT_FINAL ->
                    output.note("cli.run.not-final", result.summary().job().id());
            default -> {
                if (planned) {
                    output.note("cli.run.resume");
                }
            }
        }
    }
}
