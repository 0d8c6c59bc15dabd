package edgeone.purge.ui.history.job;

import edgeone.purge.history.JobHistory;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.VerifiedTarget;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The verdicts of the targets that were read of one job. Thread-safe. */
final class VerdictsRead {
    private final JobHistory history;
    private final String jobId;
    private final Map<Integer, Verdict> verdicts = new ConcurrentHashMap<>();

    VerdictsRead(JobHistory history, String jobId) {
        this.history = history;
        this.jobId = jobId;
    }

    /** Reads the verdicts of rows, which it returns; blocks. */
    List<TargetRow> read(List<TargetRow> rows) {
        int from = 0;
        while (from < rows.size()) {
            int to = from + 1;
            while (to < rows.size() && rows.get(to).position() == rows.get(to - 1).position() + 1) {
                to++;
            }
            history.verified(jobId, rows.get(from).position(), rows.get(to - 1).position())
                    .forEach(this::keep);
            from = to;
        }
        return rows;
    }

    private void keep(int position, VerifiedTarget target) {
        if (target.verdict() != null) {
            verdicts.put(position, target.verdict());
        }
    }

    /** Null where there is none, or the row was not read. */
    @Nullable Verdict of(TargetRow row) {
        return verdicts.get(row.position());
    }
}
