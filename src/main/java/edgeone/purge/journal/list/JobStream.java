package edgeone.purge.journal.list;

import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.rows.RawJob;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.TargetCounts;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.WhichJobs;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads jobs and their targets row by row, however many there are; no more than one is held. */
final class JobStream {
    private final Connection connection;
    private final JobStates states;

    /**
     * @param connection in a transaction, so that all is read as of one moment
     */
    JobStream(Connection connection, JobStates states) {
        this.connection = connection;
        this.states = states;
    }

    /**
     * Reads them.
     *
     * @return false if a named job does not exist; the sink has heard nothing then
     */
    boolean read(WhichJobs which, JobSink sink) throws SQLException {
        return switch (which) {
            case WhichJobs.Named(List<String> ids) -> named(ids, sink);
            case WhichJobs.Matching(var filter, var order) -> {
                JobList list = new JobList(connection, filter, states);
                sink.begin(list.targets());
                list.each(order, job -> job(job, sink));
                yield true;
            }
        };
    }

    private boolean named(List<String> ids, JobSink sink) throws SQLException {
        long targets = 0;
        for (String id : ids) {
            Long of =
                    Sql.first(
                            connection,
                            r -> r.getLong(1),
                            "SELECT n_targets FROM job WHERE id = ?",
                            id);
            if (of == null) {
                return false;
            }
            targets += of;
        }
        sink.begin(targets);
        for (String id : ids) {
            Sql.each(
                    connection,
                    r -> job(states.summary(connection, RawJob.of(r)), sink),
                    JobRows.SELECT + "WHERE id = ?",
                    id);
        }
        return true;
    }

    private void job(JobSummary job, JobSink sink) throws SQLException {
        sink.job(job);
        targets(job, sink::target);
    }

    /** Does something with one target. */
    @FunctionalInterface
    interface TargetReader {
        void read(TargetRow target) throws SQLException;
    }

    /** Reads the targets of a job, unsuccessful ones first, then by position. */
    void targets(JobSummary job, TargetReader targets) throws SQLException {
        for (List<TargetState> group : JobTargets.GROUPS) {
            if (isAny(job.targets(), group.getFirst())) {
                Sql.each(
                        connection,
                        r -> targets.read(JobTargets.row(r)),
                        "SELECT t.*, task_id, request_id FROM target t CROSS JOIN batch ON"
                                + " batch.job_id = t.job_id AND n = t.batch WHERE t.job_id = ? AND"
                                + " t.state IN "
                                + JobList.in(group.stream().map(TargetState::label).toList())
                                + " ORDER BY t.position",
                        job.job().id());
            }
        }
    }

    /** Whether a job has targets of a state or of those grouped with it. */
    private static boolean isAny(TargetCounts counts, TargetState group) {
        int of =
                switch (group) {
                    case REJECTED, FAILED, TIMED_OUT -> counts.notPurged();
                    case UNKNOWN -> counts.unknown();
                    case CANCELED -> counts.canceled();
                    case PENDING, ACCEPTED, PROCESSING -> counts.pending() + counts.accepted();
                    case SUCCEEDED -> counts.succeeded();
                };
        return of > 0;
    }
}
