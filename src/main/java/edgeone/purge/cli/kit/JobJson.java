package edgeone.purge.cli.kit;

import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.CutJob.CutBatch;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds the JSON of the contract. */
public final class JobJson {
    private JobJson() {}

    static Map<String, Object> run(RunResult result, List<TargetRow> failures) {
        JobSummary summary = result.summary();
        Job job = summary.job();
        return new Fields()
                .put("job", job.id())
                .put("state", summary.state().label())
                .put("account", job.account())
                .put("accountId", job.accountId())
                .put("endpoint", job.endpoint())
                .put("zone", job.zoneId())
                .put("zoneName", job.zoneName().isEmpty() ? null : job.zoneName())
                .put("type", job.type().wireName())
                .put("method", method(job))
                .put("retryOf", job.retryOf())
                .put("parent", job.retryOf())
                .put("note", job.provenance().note())
                .put("user", job.provenance().user())
                .put("host", job.provenance().host())
                .put("program", job.provenance().program())
                .put("secretIdEnd", job.provenance().keyEnd())
                .put("origin", job.provenance().origin().label())
                .put("batches", result.batches().stream().map(JobJson::batch).toList())
                .put("targets", counts(summary.targets()))
                .put("stopped", result.barred() ? SafetyLevel.READ_ONLY.label() : null)
                .put("failures", failures.stream().map(JobJson::failure).toList())
                .map();
    }

    public static Map<String, Object> job(JobSummary summary) {
        Job job = summary.job();
        return new Fields()
                .put("job", job.id())
                .put("createdAt", job.createdAt().toString())
                .put("account", job.account())
                .put("accountId", job.accountId())
                .put("zone", job.zoneId())
                .put("zoneName", job.zoneName().isEmpty() ? null : job.zoneName())
                .put("type", job.type().wireName())
                .put("method", method(job))
                .put("state", summary.state().label())
                .put("retryOf", job.retryOf())
                .put("parent", job.retryOf())
                .put("note", job.provenance().note())
                .put("user", job.provenance().user())
                .put("host", job.provenance().host())
                .put("program", job.provenance().program())
                .put("secretIdEnd", job.provenance().keyEnd())
                .put("origin", job.provenance().origin().label())
                .put("targets", counts(summary.targets()))
                .map();
    }

    public static Map<String, Object> target(TargetRow row) {
        return new Fields()
                .put("target", row.target())
                .put("state", row.state().label())
                .put("reason", row.reason())
                .put("code", row.code())
                .put("taskId", row.taskId())
                .put("requestId", row.requestId())
                .map();
    }

    public static Map<String, Object> plan(Plan plan, Messages messages) {
        ProblemText text = new ProblemText(messages);
        return new Fields()
                .put("targets", plan.targets())
                .put("duplicates", plan.list().duplicates())
                .put("batches", plan.batches().size())
                .put("seconds", plan.duration().toMillis() / 1000.0)
                .put("quotaLeft", plan.quotaLeft())
                .put("quotaAfter", plan.quotaAfter())
                .put(
                        "problems",
                        plan.list().problems().stream()
                                .map(
                                        p ->
                                                new Fields()
                                                        .put("line", p.line())
                                                        .put("target", p.excerpt())
                                                        .put("problem", text.of(p))
                                                        .put(
                                                                "kind",
                                                                p.kind()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT))
                                                        .put(
                                                                "fixes",
                                                                p.fixes().isEmpty()
                                                                        ? null
                                                                        : p.fixes().stream()
                                                                                .map(
                                                                                        ProblemText
                                                                                                ::of)
                                                                                .toList())
                                                        .map())
                                .toList())
                .put(
                        "rewrites",
                        plan.list().rewrites().isEmpty()
                                ? null
                                : plan.list().rewrites().stream()
                                        .map(
                                                r ->
                                                        new Fields()
                                                                .put("line", r.line())
                                                                .put("before", r.before())
                                                                .put("after", r.after())
                                                                .map())
                                        .toList())
                .put(
                        "remarks",
                        plan.list().remarks().isEmpty()
                                ? null
                                : plan.list().remarks().stream()
                                        .map(
                                                r ->
                                                        new Fields()
                                                                .put("line", r.line())
                                                                .put("target", r.excerpt())
                                                                .put("remark", text.of(r))
                                                                .put(
                                                                        "kind",
                                                                        r.kind()
                                                                                .name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))
                                                                .map())
                                        .toList())
                .put(
                        "warnings",
                        plan.warnings().isEmpty()
                                ? null
                                : plan.warnings().stream()
                                        .map(w -> w.name().toLowerCase(Locale.ROOT))
                                        .toList())
                .map();
    }

    public static Map<String, Object> resume(ResumeReport report) {
        return new Fields()
                .put("resumed", report.resumed())
                .put("resolved", report.resolved())
                .put(
                        "left",
                        report.left().stream()
                                .map(
                                        l ->
                                                Map.of(
                                                        "job",
                                                        l.jobId(),
                                                        "reason",
                                                        l.reason().name().toLowerCase(Locale.ROOT)))
                                .toList())
                .map();
    }

    /**
     * The requests of a run that was cut short, with their targets, which are recorded nowhere
     * else.
     */
    static List<Map<String, Object>> cut(CutRunException cut) {
        return cut.jobs().stream()
                .flatMap(each -> each.batches().stream().map(b -> cut(each.job().id(), b)))
                .toList();
    }

    private static Map<String, Object> cut(String jobId, CutBatch batch) {
        return new Fields()
                .put("job", jobId)
                .put("n", batch.n())
                .put("state", batch.state().label())
                .put("taskId", batch.taskId())
                .put("requestId", batch.requestId())
                .put("targets", batch.targets().size())
                .put("targetList", batch.targets())
                .map();
    }

    private static @Nullable String method(Job job) {
        PurgeMethod method = job.methodInEffect();
        return method == null ? null : method.wireName();
    }

    /** A batch without EdgeOne's message, which may name a target. */
    static Map<String, Object> batchWithoutWords(Batch batch) {
        Map<String, Object> fields = batch(batch);
        if (batch.errorCode() != null) {
            fields.put("error", Map.of("code", batch.errorCode()));
        }
        return fields;
    }

    static Map<String, Object> batch(Batch batch) {
        return new Fields()
                .put("n", batch.n())
                .put("state", batch.state().label())
                .put("taskId", batch.taskId())
                .put("requestId", batch.requestId())
                .put("attempts", batch.attempts())
                .put("targets", batch.targets())
                .put(
                        "error",
                        batch.errorCode() == null
                                ? null
                                : new Fields()
                                        .put("code", batch.errorCode())
                                        .put("message", batch.errorMessage())
                                        .map())
                .map();
    }

    private static Map<String, Object> failure(TargetRow row) {
        return new Fields()
                .put("target", row.target())
                .put("state", row.state().label())
                .put("reason", row.reason())
                .put("code", row.code())
                .map();
    }

    static Map<String, Object> counts(TargetCounts c) {
        return new Fields()
                .put("total", c.total())
                .put("pending", c.pending())
                .put("accepted", c.accepted())
                .put("succeeded", c.succeeded())
                .put("failed", c.failed())
                .put("rejected", c.rejected())
                .put("canceled", c.canceled())
                .put("unknown", c.unknown())
                .map();
    }
}
