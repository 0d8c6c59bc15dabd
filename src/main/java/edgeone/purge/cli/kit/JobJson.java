package edgeone.purge.cli.kit;

import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.run.CutJob.CutBatch;
import edgeone.purge.engine.run.CutRunException;
import edgeone.purge.engine.run.ResumeReport;
import edgeone.purge.engine.text.ProblemText;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.Batch;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PrefetchOptions.Header;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.QuotaWait;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.step.Step;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.targets.TargetList.Remark;
import edgeone.purge.targets.TargetList.Rewrite;

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
                .put("prefetch", prefetch(job))
                .put("retryOf", job.retryOf())
                .put("parent", job.parent())
                .put("note", job.provenance().note())
                .put("user", job.provenance().user())
                .put("host", job.provenance().host())
                .put("program", job.provenance().program())
                .put("secretIdEnd", job.provenance().keyEnd())
                .put("recipe", job.provenance().recipe())
                .put("origin", job.provenance().origin().label())
                .put("batches", result.batches().stream().map(JobJson::batch).toList())
                .put("targets", counts(summary.targets()))
                .put("stopped", result.barred() ? SafetyLevel.READ_ONLY.label() : null)
                .put("waits", waits(result.waits()))
                .put("failures", failures.stream().map(JobJson::failure).toList())
                .map();
    }

    private static @Nullable Map<String, Object> waits(@Nullable QuotaWait waits) {
        return waits == null
                ? null
                : Map.of("targets", waits.targets(), "from", waits.from().toString());
    }

    public static Map<String, Object> job(JobSummary summary) {
        return job(summary, null);
    }

    /** A job, with what of it waits for quota. */
    public static Map<String, Object> job(JobSummary summary, @Nullable QuotaWait waits) {
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
                .put("prefetch", prefetch(job))
                .put("state", summary.state().label())
                .put("retryOf", job.retryOf())
                .put("parent", job.parent())
                .put("note", job.provenance().note())
                .put("user", job.provenance().user())
                .put("host", job.provenance().host())
                .put("program", job.provenance().program())
                .put("secretIdEnd", job.provenance().keyEnd())
                .put("recipe", job.provenance().recipe())
                .put("origin", job.provenance().origin().label())
                .put("targets", counts(summary.targets()))
                .put("waits", waits(waits))
                .map();
    }

    /** The steps of a job; null where there is but one, which the job itself is about. */
    public static @Nullable List<Map<String, Object>> steps(List<Step> steps) {
        return steps.size() < 2 ? null : steps.stream().map(JobJson::step).toList();
    }

    private static Map<String, Object> step(Step step) {
        Unmade unmade = step.unmade();
        return new Fields()
                .put("step", step.kind().label())
                .put("state", step.state().label())
                .put("from", step.from() == null ? null : step.from().toString())
                .put("to", step.to() == null ? null : step.to().toString())
                .put("job", step.job())
                .put("undone", step.isBad() ? step.undone() : null)
                .put("reason", unmade == null ? null : unmade.label())
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
        TargetList list = plan.list();
        return new Fields()
                .put("targets", plan.targets())
                .put("duplicates", list.duplicates())
                .put("batches", plan.batches().size())
                .put("seconds", plan.duration().toMillis() / 1000.0)
                .put("quotaLeft", plan.quotaLeft())
                .put("quotaAfter", plan.quotaAfter())
                .put(
                        "quotaReadAt",
                        plan.quotaReadAt() == null ? null : plan.quotaReadAt().toString())
                .put("fits", plan.fit() ? plan.fits() : null)
                .put("later", plan.fit() ? plan.later() : null)
                .put("problems", problems(list.problems(), messages))
                .put("rewrites", rewrites(list.rewrites()))
                .put(
                        "remarks",
                        list.remarks().isEmpty()
                                ? null
                                : list.remarks().stream().map(r -> remark(r, text)).toList())
                .put(
                        "warnings",
                        plan.warnings().isEmpty()
                                ? null
                                : plan.warnings().stream().map(JobJson::label).toList())
                .map();
    }

    /** Lines that cannot be sent. */
    public static List<Map<String, Object>> problems(List<Problem> problems, Messages messages) {
        ProblemText text = new ProblemText(messages);
        return problems.stream()
                .map(
                        p ->
                                new Fields()
                                        .put("line", p.line())
                                        .put("target", p.excerpt())
                                        .put("problem", text.of(p))
                                        .put("kind", label(p.kind()))
                                        .put(
                                                "fixes",
                                                p.fixes().isEmpty()
                                                        ? null
                                                        : p.fixes().stream()
                                                                .map(ProblemText::of)
                                                                .toList())
                                        .map())
                .toList();
    }

    /** Lines that were changed; null where none were. */
    public static @Nullable List<Map<String, Object>> rewrites(List<Rewrite> rewrites) {
        return rewrites.isEmpty()
                ? null
                : rewrites.stream()
                        .map(
                                r ->
                                        new Fields()
                                                .put("line", r.line())
                                                .put("before", r.before())
                                                .put("after", r.after())
                                                .map())
                        .toList();
    }

    private static Map<String, Object> remark(Remark remark, ProblemText text) {
        return new Fields()
                .put("line", remark.line())
                .put("target", remark.excerpt())
                .put("remark", text.of(remark))
                .put("kind", label(remark.kind()))
                .map();
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static Map<String, Object> resume(ResumeReport report) {
        return new Fields()
                .put("resumed", report.resumed())
                .put("resolved", report.resolved())
                .put("verified", report.verified().isEmpty() ? null : report.verified())
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

    private static @Nullable Map<String, Object> prefetch(Job job) {
        PrefetchOptions options = job.prefetch();
        return job.type().isPrefetch()
                ? new Fields()
                        .put("mode", options.mode().wireName())
                        .put("headers", options.headers().stream().map(Header::line).toList())
                        .put("mediaSegments", options.mediaSegments())
                        .map()
                : null;
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
