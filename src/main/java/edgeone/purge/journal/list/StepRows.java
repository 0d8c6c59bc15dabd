package edgeone.purge.journal.list;

import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.rows.FollowUpRows;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.rows.RawJob;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.FollowUp;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.step.JobSteps;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Reads how far the steps of a job are. */
final class StepRows {
    private final Connection connection;
    private final JobStates states;

    StepRows(Connection connection, JobStates states) {
        this.connection = connection;
        this.states = states;
    }

    JobSteps of(JobSummary job) throws SQLException {
        String id = job.job().id();
        FollowUp followUp = FollowUpRows.find(connection, id);
        return new JobSteps(
                job,
                Sql.first(
                        connection,
                        r -> Instant.ofEpochMilli(r.getLong("sent_at")),
                        "SELECT sent_at FROM batch WHERE job_id = ? AND sent_at IS NOT NULL ORDER"
                                + " BY sent_at LIMIT 1",
                        id),
                VerificationRepository.find(connection, id),
                followUp,
                followUp == null || followUp.next() == null ? null : next(followUp.next()));
    }

    private @Nullable JobSummary next(String id) throws SQLException {
        RawJob raw = Sql.first(connection, RawJob::of, JobRows.SELECT + "WHERE id = ?", id);
        return raw == null ? null : states.summary(connection, raw);
    }
}
