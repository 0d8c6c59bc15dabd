package edgeone.purge.engine.sync;

import edgeone.purge.engine.resolve.Verdicts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.journal.ForeignJob;
import edgeone.purge.journal.ForeignJob.Line;
import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.reply.PurgeTask;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The rows of EdgeOne's list as jobs. Pure.
 *
 * @param jobs oldest first
 * @param unreadable jobs of a type this version does not know
 */
record ListedJobs(List<ForeignJob> jobs, int unreadable) {
    private static final Provenance ELSEWHERE =
            new Provenance(Origin.ELSEWHERE, null, null, null, null, null);

    ListedJobs {
        jobs = List.copyOf(jobs);
    }

    /**
     * Groups rows by EdgeOne's job.
     *
     * @param connection the account that reads them
     * @param window where they were listed; its end stands in for times that EdgeOne left out
     * @param ids makes the ID of a job created at a time
     */
    static ListedJobs of(
            List<PurgeTask> rows,
            Connection connection,
            Zone zone,
            SyncWindow window,
            Function<Instant, String> ids) {
        Map<String, List<PurgeTask>> byTask = new LinkedHashMap<>();
        for (PurgeTask row : rows) {
            byTask.computeIfAbsent(row.jobId(), id -> new ArrayList<>()).add(row);
        }
        List<ForeignJob> jobs = new ArrayList<>();
        for (List<PurgeTask> task : byTask.values()) {
            PurgeType type = PurgeType.ofWireName(task.getFirst().type()).orElse(null);
            if (type != null) {
                jobs.add(job(task, type, connection, zone, window, ids));
            }
        }
        jobs.sort(Comparator.comparing(ForeignJob::createdAt));
        return new ListedJobs(jobs, byTask.size() - jobs.size());
    }

    private static ForeignJob job(
            List<PurgeTask> rows,
            PurgeType type,
            Connection connection,
            Zone zone,
            SyncWindow window,
            Function<Instant, String> ids) {
        Instant created =
                rows.stream()
                        .map(PurgeTask::createTime)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(window.to());
        Instant changed =
                rows.stream()
                        .map(PurgeTask::updateTime)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .filter(created::isBefore)
                        .orElse(created);
        Job job =
                new Job(
                                ids.apply(created),
                                created,
                                connection.account(),
                                connection.accountId(),
                                connection.keyFingerprint(),
                                connection.endpoint(),
                                zone.zoneId(),
                                zone.zoneName(),
                                type,
                                method(type, rows.getFirst().method()),
                                List.of(),
                                null)
                        .from(ELSEWHERE);
        return new ForeignJob(job, rows.getFirst().jobId(), lines(rows, type, zone), changed);
    }

    private static @Nullable PurgeMethod method(PurgeType type, @Nullable String named) {
        return named == null || !type.takesMethod()
                ? null
                : PurgeMethod.ofWireName(named).orElse(null);
    }

    private static List<Line> lines(List<PurgeTask> rows, PurgeType type, Zone zone) {
        Map<String, List<PurgeTask>> byTarget = new LinkedHashMap<>();
        for (PurgeTask row : rows) {
            String target =
                    type == PurgeType.ALL && row.target().isEmpty() ? zone.label() : row.target();
            byTarget.computeIfAbsent(target, t -> new ArrayList<>()).add(row);
        }
        return byTarget.entrySet().stream()
                .map(e -> new Line(e.getKey(), Verdicts.fate(e.getValue())))
                .toList();
    }
}
