package edgeone.purge.team.read;

import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobSink;
import edgeone.purge.model.query.WhichJobs;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reads jobs and their targets one after the other. Small jobs are asked for many at a time; of a
 * large one only a few rows are held.
 */
final class JobStream {
    private static final int JOBS = 500;
    private static final int TARGETS = 5_000;

    private final Connection connection;
    private final JobSink sink;
    private final List<JobSummary> waiting = new ArrayList<>();
    private int targets;

    /**
     * @param connection in a transaction, so that all is read as of one moment
     */
    JobStream(Connection connection, JobSink sink) {
        this.connection = connection;
        this.sink = sink;
    }

    /**
     * Reads them.
     *
     * @return false if a named job does not exist; the sink has heard nothing then
     */
    boolean read(WhichJobs which) throws SQLException {
        return switch (which) {
            case WhichJobs.Named(List<String> ids) -> named(ids);
            case WhichJobs.Matching(var filter, var order) -> {
                JobList list = new JobList(connection, filter);
                sink.begin(list.targets());
                list.all(order).each(connection, row -> add(JobRow.of(row)));
                flush();
                yield true;
            }
        };
    }

    private boolean named(List<String> ids) throws SQLException {
        List<JobSummary> jobs = new ArrayList<>();
        for (String id : ids) {
            JobSummary job = find(connection, id);
            if (job == null) {
                return false;
            }
            jobs.add(job);
        }
        sink.begin(jobs.stream().mapToLong(job -> job.targets().total()).sum());
        for (JobSummary job : jobs) {
            add(job);
        }
        flush();
        return true;
    }

    static @Nullable JobSummary find(Connection connection, String jobId) throws SQLException {
        return jobId.indexOf('\0') >= 0
                ? null
                : Query.of(JobRow.SELECT + " FROM job" + JobRow.MACHINE + "WHERE job.id = ?", jobId)
                        .first(connection, JobRow::of);
    }

    private void add(JobSummary job) throws SQLException {
        waiting.add(job);
        targets += job.targets().total();
        if (waiting.size() == JOBS || targets >= TARGETS) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        Iterator<JobSummary> next = waiting.iterator();
        Current current = new Current(next);
        targets()
                .each(
                        connection,
                        row -> {
                            current.moveTo(row.getString("job_id"));
                            sink.target(JobTargets.row(row));
                        });
        current.moveToEnd();
        waiting.clear();
        targets = 0;
    }

    /** Of all jobs that wait, in their order. */
    private Query targets() {
        Query query = Query.of("SELECT outcome.* FROM (VALUES ");
        for (int i = 0; i < waiting.size(); i++) {
            query.add(i == 0 ? "" : ", ")
                    .add(
                            "(" + i + ", ?, ?::timestamptz)",
                            waiting.get(i).job().id(),
                            waiting.get(i).job().createdAt());
        }
        return query.add(") wanted (place, id, at) CROSS JOIN LATERAL (" + JobTargets.OUTCOME)
                .add(
                        "target.job_id = wanted.id AND target.created_at = wanted.at) outcome ORDER"
                                + " BY place, "
                                + JobTargets.ORDER);
    }

    /** The job whose targets are read; jobs without targets are told as well. */
    private final class Current {
        private final Iterator<JobSummary> next;
        private String id = "";

        Current(Iterator<JobSummary> next) {
            this.next = next;
        }

        void moveTo(String jobId) {
            while (!id.equals(jobId)) {
                JobSummary job = next.next();
                id = job.job().id();
                sink.job(job);
            }
        }

        void moveToEnd() {
            next.forEachRemaining(sink::job);
        }
    }
}
