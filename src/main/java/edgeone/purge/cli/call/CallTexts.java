package edgeone.purge.cli.call;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.model.call.Call;
import edgeone.purge.model.call.TracedJob;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Calls, and requests of jobs, as JSON and as tables. */
public final class CallTexts {
    private CallTexts() {}

    public static List<Map<String, Object>> json(List<Call> calls) {
        return calls.stream().map(call -> CallFields.of(call).map()).toList();
    }

    public static List<Map<String, Object>> jobsJson(List<TracedJob> jobs) {
        return jobs.stream()
                .map(
                        job ->
                                new Output.Fields()
                                        .put("job", job.job())
                                        .put("batch", job.batch())
                                        .put("at", job.at().toString())
                                        .put("action", job.action())
                                        .put("code", job.code())
                                        .put("requestId", job.requestId())
                                        .map())
                .toList();
    }

    public static void table(List<Call> calls, Output output) {
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
                calls.stream().map(CallTexts::row).toList());
    }

    public static void jobsTable(List<TracedJob> jobs, Output output) {
        output.table(
                List.of(
                        "column.job",
                        "column.call-batch",
                        "column.time",
                        "column.action",
                        "column.code",
                        "column.request-id"),
                jobs.stream()
                        .map(
                                job ->
                                        List.of(
                                                job.job(),
                                                text(job.batch()),
                                                job.at().toString(),
                                                job.action(),
                                                text(job.code()),
                                                text(job.requestId())))
                        .toList());
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
