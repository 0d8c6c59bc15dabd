package edgeone.purge.cli.kit;

import edgeone.purge.engine.PrefetchRefusal;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.quota.QuotaDay;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.teo.error.TeoException;

import java.time.ZoneId;
import java.util.ArrayList;
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

    /** How a run ended, and the exit code that alone would have. */
    public record Ended(RunResult result, int exit) {}

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
        VerdictReport verdicts = verdicts(workplace, result);
        NextReport next = new NextReport(workplace, result.summary());
        Map<String, Object> document = tell(workplace, output, result, verdicts, next);
        if (output.isJson()) {
            document.putAll(more);
            output.json(document);
        }
        return ended(output, result, exit, verdicts, next);
    }

    /**
     * Tells how several runs of one command ended, and ends it with the worst of their exit codes.
     *
     * @param runs in the order in which they are told
     * @param more what the JSON has beside the jobs
     */
    public static int printAll(
            Workplace workplace, Output output, List<Ended> runs, Map<String, Object> more) {
        List<Map<String, Object>> jobs = new ArrayList<>();
        int worst = ExitCodes.OK;
        for (Ended run : runs) {
            RunResult result = run.result();
            if (!output.isJson()) {
                Job job = result.summary().job();
                output.text(
                        "cli.split.zone",
                        job.zoneName().isEmpty() ? job.zoneId() : job.zoneName(),
                        job.zoneId());
            }
            VerdictReport verdicts = verdicts(workplace, result);
            NextReport next = new NextReport(workplace, result.summary());
            jobs.add(tell(workplace, output, result, verdicts, next));
            worst = ExitCodes.weightier(worst, ended(output, result, run.exit(), verdicts, next));
        }
        if (output.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>(Map.of("jobs", jobs));
            document.putAll(more);
            output.json(document);
        }
        return worst;
    }

    /** Writes how a run ended as text, or returns it as JSON. */
    private static Map<String, Object> tell(
            Workplace workplace,
            Output output,
            RunResult result,
            VerdictReport verdicts,
            NextReport next) {
        List<TargetRow> failures = failures(workplace, result);
        if (!output.isJson()) {
            text(output, result, failures);
            next.print(output);
            verdicts.print(output);
            return Map.of();
        }
        Map<String, Object> document = new LinkedHashMap<>(JobJson.run(result, failures));
        document.putAll(next.json());
        List<Map<String, Object>> steps =
                JobJson.steps(workplace.history().steps(result.summary().job().id(), false));
        if (steps != null) {
            document.put("steps", steps);
        }
        Map<String, Object> counts = verdicts.json();
        if (counts != null) {
            document.put("verdicts", counts);
        }
        return document;
    }

    private static int ended(
            Output output, RunResult result, int exit, VerdictReport verdicts, NextReport next) {
        int ended = next.exit(verdicts.exit(exit));
        advise(output, result, exit);
        next.advise(output);
        verdicts.advise(output);
        return ended;
    }

    private static VerdictReport verdicts(Workplace workplace, RunResult result) {
        return new VerdictReport(workplace, result.summary().job().id());
    }

    private static List<TargetRow> failures(Workplace workplace, RunResult result) {
        String jobId = result.summary().job().id();
        return workplace.history().targets(jobId, FAILURES, 0, Integer.MAX_VALUE).stream()
                .filter(RunReport::isFailure)
                .toList();
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

    private static String trouble(Messages messages, RunResult result, TeoException trouble) {
        Job job = result.summary().job();
        return PrefetchRefusal.saysNotInPlan(job, result.batches())
                ? messages.text(
                        "engine.prefetch.not-in-plan",
                        job.zoneName().isEmpty() ? job.zoneId() : job.zoneName(),
                        trouble.code(),
                        String.valueOf(trouble.requestId()))
                : Trouble.text(messages, trouble);
    }

    /** The next step goes to standard error in either format. */
    public static void advise(Output output, RunResult result, int exit) {
        QuotaWait waits = result.waits();
        if (result.lastTrouble() != null && exit != ExitCodes.OK) {
            output.noteLine(trouble(output.messages(), result, result.lastTrouble()));
        }
        if (result.barred()) {
            output.note("cli.run.barred", result.summary().job().id());
        }
        if (waits != null) {
            output.note(
                    "engine.quota.waits",
                    waits.targets(),
                    QuotaDay.inItsZone(waits.from()),
                    QuotaDay.here(waits.from(), ZoneId.systemDefault()));
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
