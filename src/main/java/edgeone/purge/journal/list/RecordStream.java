package edgeone.purge.journal.list;

import edgeone.purge.journal.probes.VerificationRepository;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.rows.RawJob;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobRecord;
import edgeone.purge.model.query.JobRecord.Mark;
import edgeone.purge.model.query.RecordSink;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Reads all that there is of one job row by row, however much; no more than one row is held. */
final class RecordStream {
    /** Those that purge, with those that read as far as they are kept. */
    private static final String REQUESTS =
            "SELECT batch, action, at, took, request_id, code, message FROM request WHERE job_id ="
                    + " ?1 UNION ALL SELECT coalesce(batch, 0), action, at, took, request_id, code,"
                    + " NULL FROM call WHERE job = ?2 AND reads = 1 ORDER BY at";

    private static final String MARK = "SELECT n, at, hash FROM entry ";

    private final Connection connection;
    private final JobStates states;

    /**
     * @param connection in a transaction, so that all is read as of one moment
     */
    RecordStream(Connection connection, JobStates states) {
        this.connection = connection;
        this.states = states;
    }

    /**
     * Reads it.
     *
     * @return false if there is no such job; the sink has heard nothing then
     */
    boolean read(String jobId, RecordSink sink) throws SQLException {
        RawJob raw = Sql.first(connection, RawJob::of, JobRows.SELECT + "WHERE id = ?", jobId);
        if (raw == null) {
            return false;
        }
        JobSummary summary = states.summary(connection, raw);
        JobRecord job = job(summary);
        sink.begin(job);
        Sql.each(
                connection,
                r -> sink.batch(HistoryRepository.batch(r)),
                "SELECT * FROM batch WHERE job_id = ? ORDER BY n",
                jobId);
        Sql.each(
                connection,
                r -> sink.request(HistoryRepository.request(r)),
                REQUESTS,
                jobId,
                raw.number());
        VerifiedPages verified = new VerifiedPages(connection, jobId, job.verification() != null);
        new JobStream(connection, states)
                .targets(summary, t -> sink.target(t, verified.at(t.position())));
        return true;
    }

    private JobRecord job(JobSummary summary) throws SQLException {
        String jobId = summary.job().id();
        return new JobRecord(
                summary,
                Sql.first(
                        connection,
                        r -> Instant.ofEpochMilli(r.getLong(1)),
                        "SELECT at FROM request WHERE job_id = ? AND action LIKE 'Create%' ORDER BY"
                                + " id LIMIT 1",
                        jobId),
                HistoryRepository.retries(connection, jobId),
                mark("WHERE job_id = ? ORDER BY n DESC LIMIT 1", jobId),
                mark("ORDER BY n DESC LIMIT 1"),
                VerificationRepository.find(connection, jobId),
                new StepRows(connection, states).of(summary).list(summary.ownedElsewhere()));
    }

    private @Nullable Mark mark(String which, Object... values) throws SQLException {
        return Sql.first(
                connection,
                r ->
                        new Mark(
                                r.getLong("n"),
                                Instant.ofEpochMilli(r.getLong("at")),
                                Chain.hex(r, "hash")),
                MARK + which,
                values);
    }
}
