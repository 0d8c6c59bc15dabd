package edgeone.purge.engine.run;

import edgeone.purge.engine.run.CutJob.CutBatch;
import edgeone.purge.journal.OpenBatch.Ref;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.JournalException;
import edgeone.purge.model.Batch;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.Job;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one run knows about the requests it sends, kept in memory as well as in the journal, so that
 * it can be reported if the journal is lost. Thread-safe.
 */
public final class SentLog {
    private final Map<String, List<List<String>>> plans = new ConcurrentHashMap<>();
    private final Map<Ref, Answer> answers = new ConcurrentHashMap<>();

    /** The last known state of a request. */
    private record Answer(BatchState state, @Nullable String taskId, @Nullable String requestId) {}

    /** Adds a new job, with the targets of its batches. */
    public void planned(String jobId, List<List<String>> batches) {
        plans.put(jobId, batches);
    }

    /** The bytes of a batch leave now. */
    public void left(Ref ref) {
        answers.put(ref, new Answer(BatchState.UNKNOWN, null, null));
    }

    /** EdgeOne has answered, or it is known that nothing left. */
    public void ended(
            Ref ref, BatchState state, @Nullable String taskId, @Nullable String requestId) {
        answers.put(ref, new Answer(state, taskId, requestId));
    }

    /**
     * Collects what is known about the jobs of a run ended by a journal failure: from memory, and
     * the rest from the journal as far as it can still be read.
     *
     * @param sending whether this run sends their batches, so that a batch it has not seen leave
     *     has not left
     */
    public CutRunException cut(
            Repositories journal, List<Job> jobs, boolean sending, JournalException cause) {
        List<CutJob> cut = new ArrayList<>();
        for (Job job : jobs) {
            cut.add(new CutJob(job, batches(journal, job.id(), sending)));
        }
        return new CutRunException(cut, cause);
    }

    private List<CutBatch> batches(Repositories journal, String jobId, boolean sending) {
        Map<Integer, CutBatch> found = new TreeMap<>();
        List<List<String>> plan = plans.getOrDefault(jobId, List.of());
        for (int n = 1; n <= plan.size(); n++) {
            found.put(n, new CutBatch(n, BatchState.PLANNED, null, null, plan.get(n - 1)));
        }
        try {
            for (Batch row : journal.history().batches(jobId)) {
                CutBatch planned = found.get(row.n());
                List<String> targets =
                        planned == null
                                ? journal.batches().targets(jobId, row.n())
                                : planned.targets();
                found.put(row.n(), recorded(row, targets, sending));
            }
        } catch (JournalException e) {
            // Fall back to memory.
        }
        found.replaceAll((n, batch) -> remembered(new Ref(jobId, n), batch));
        return List.copyOf(found.values());
    }

    private static CutBatch recorded(Batch row, List<String> targets, boolean sending) {
        BatchState state =
                row.state() != BatchState.SENDING
                        ? row.state()
                        : sending ? BatchState.PLANNED : BatchState.UNKNOWN;
        return new CutBatch(row.n(), state, row.taskId(), row.requestId(), targets);
    }

    private CutBatch remembered(Ref ref, CutBatch batch) {
        Answer answer = answers.get(ref);
        return answer == null
                ? batch
                : new CutBatch(
                        batch.n(),
                        answer.state(),
                        answer.taskId() == null ? batch.taskId() : answer.taskId(),
                        answer.requestId() == null ? batch.requestId() : answer.requestId(),
                        batch.targets());
    }
}
