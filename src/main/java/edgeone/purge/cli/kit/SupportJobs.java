package edgeone.purge.cli.kit;

import edgeone.purge.engine.read.History;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The recent jobs in a support bundle. */
public final class SupportJobs {
    private static final int JOBS = 20;
    private static final int TARGETS_OF_A_JOB = 2_000;

    private SupportJobs() {}

    /**
     * The recent jobs as JSON.
     *
     * @param withTargets whether to include targets and EdgeOne's messages
     */
    public static String document(History history, boolean withTargets) {
        List<Map<String, Object>> jobs = new ArrayList<>();
        for (JobSummary job : history.jobs(JobFilter.ALL, JOBS)) {
            jobs.add(fields(history, job, withTargets));
        }
        return Output.document(Map.of("jobs", jobs));
    }

    private static Map<String, Object> fields(
            History history, JobSummary job, boolean withTargets) {
        String id = job.job().id();
        Map<String, Object> fields = JobJson.job(job);
        fields.put("endpoint", job.job().endpoint());
        fields.put("keyFingerprint", job.job().keyFingerprint());
        fields.put(
                "batches",
                history.batches(id).stream()
                        .map(withTargets ? JobJson::batch : JobJson::batchWithoutWords)
                        .toList());
        if (withTargets) {
            fields.put(
                    "outcomes",
                    history.targets(id, List.of(), 0, TARGETS_OF_A_JOB).stream()
                            .map(JobJson::target)
                            .toList());
        }
        return fields;
    }
}
