package edgeone.purge.journal.rows;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.JobState;
import edgeone.purge.model.TargetCounts;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A row of {@link JobRows#SELECT}.
 *
 * @param number the job's place in the history
 * @param owner the process at work on it
 * @param state null while it has not ended
 * @param frozen its counts; meaningless while it has not ended
 */
public record RawJob(
        Job job,
        long number,
        @Nullable String owner,
        @Nullable Instant endedAt,
        @Nullable JobState state,
        TargetCounts frozen) {

    public static RawJob of(ResultSet r) throws SQLException {
        int succeeded = r.getInt("n_succeeded");
        int failed = r.getInt("n_failed");
        int rejected = r.getInt("n_rejected");
        int canceled = r.getInt("n_canceled");
        String state = r.getString("state");
        return new RawJob(
                JobRows.job(r),
                r.getLong("number"),
                r.getString("owner"),
                Sql.instant(r, "ended_at"),
                state == null ? null : JobState.ofLabel(state).orElseThrow(),
                new TargetCounts(
                        succeeded + failed + rejected + canceled,
                        0,
                        0,
                        succeeded,
                        failed,
                        rejected,
                        canceled,
                        0));
    }
}
