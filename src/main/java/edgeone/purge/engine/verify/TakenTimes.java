package edgeone.purge.engine.verify;

import edgeone.purge.engine.resolve.SameTarget;
import edgeone.purge.engine.run.Run;
import edgeone.purge.journal.probes.VerificationRepository.Subject;
import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.reply.PurgeTask;
import edgeone.purge.teo.watch.CallSubject;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks EdgeOne when it took the targets of a job. */
final class TakenTimes {
    private final Run run;

    TakenTimes(Run run) {
        this.run = run;
    }

    /** By position; without those of which EdgeOne does not say. Of several times the last. */
    Map<Integer, Instant> of(Job job, List<Subject> subjects)
            throws TeoException, InterruptedException {
        Map<Integer, Instant> times = new HashMap<>();
        for (Batch batch : run.journal().history().batches(job.id())) {
            String taskId = batch.taskId();
            List<Subject> of = subjects.stream().filter(s -> s.batch() == batch.n()).toList();
            if (taskId == null || of.isEmpty()) {
                continue;
            }
            Map<String, Instant> listed = listed(job, batch.n(), taskId);
            for (Subject subject : of) {
                Instant time = listed.get(SameTarget.key(subject.target()));
                if (time != null) {
                    times.put(subject.position(), time);
                }
            }
        }
        return times;
    }

    private Map<String, Instant> listed(Job job, int n, String taskId)
            throws TeoException, InterruptedException {
        TeoClient client = run.connection().client().about(new CallSubject(job.id(), n, 1));
        Map<String, Instant> times = new HashMap<>();
        for (PurgeTask row :
                run.ask(
                                () ->
                                        client.describePurgeTasks(
                                                new PurgeTaskQuery.ByJob(job.zoneId(), taskId)))
                        .rows()) {
            Instant time = row.createTime();
            if (row.jobId().equals(taskId) && time != null) {
                times.merge(
                        SameTarget.key(row.target()),
                        time,
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return times;
    }
}
