package edgeone.purge.journal.rows;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetCounts;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells the state of a job: kept once it has ended, derived from batches and targets before. */
public final class JobStates {
    private final Owners owners;

    public JobStates(Owners owners) {
        this.owners = owners;
    }

    public JobSummary summary(Connection c, RawJob raw) throws SQLException {
        JobState ended = raw.state();
        if (ended != null) {
            return new JobSummary(raw.job(), ended, raw.frozen(), raw.endedAt(), false, false);
        }
        String id = raw.job().id();
        String owner = raw.owner();
        boolean elsewhere = owner != null && owners.isAnotherAlive(owner);
        boolean mine = owner != null && owner.equals(owners.id());
        boolean unknown = has(c, id, "'unknown'");
        boolean open = has(c, id, "'planned', 'sending'");
        TargetCounts counts = JobRows.counts(c, id);
        return new JobSummary(
                raw.job(),
                JobState.of(unknown, open, has(c, id, "'canceled'"), counts),
                counts,
                null,
                elsewhere,
                (unknown || open) && !elsewhere && !mine);
    }

    /** The state of a job whose last target has become final. */
    public static JobState ended(Connection c, String jobId, TargetCounts counts)
            throws SQLException {
        return JobState.of(false, false, has(c, jobId, "'canceled'"), counts);
    }

    private static boolean has(Connection c, String jobId, String states) throws SQLException {
        return Sql.count(
                        c,
                        "SELECT EXISTS (SELECT 1 FROM batch WHERE job_id = ? AND state IN ("
                                + states
                                + "))",
                        jobId)
                == 1;
    }
}
