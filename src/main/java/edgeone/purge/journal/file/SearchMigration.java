package edgeone.purge.journal.file;

import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.JobStates;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.sql.Sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Numbers the jobs of an earlier version, keeps their states, and makes them findable. */
final class SearchMigration {
    private SearchMigration() {}

    static void run(Connection c, MigrationWatch watch) throws SQLException {
        List<String> jobs =
                Sql.list(c, r -> r.getString(1), "SELECT id FROM job ORDER BY created_at, rowid");
        int done = 0;
        for (String id : jobs) {
            watch.told(MigrationWatch.Stage.INDEXING, done++, jobs.size());
            SearchRows.add(
                    c,
                    id,
                    Sql.count(c, "SELECT count(*) FROM batch WHERE job_id = ?", id),
                    Sql.list(
                            c,
                            r -> r.getString(1),
                            "SELECT target FROM target WHERE job_id = ? ORDER BY position",
                            id));
            for (Task task :
                    Sql.list(
                            c,
                            r -> new Task(r.getInt(1), r.getString(2), r.getString(3)),
                            "SELECT n, coalesce(task_id, ''), coalesce(request_id, '') FROM batch"
                                + " WHERE job_id = ? AND coalesce(task_id, request_id) IS NOT NULL",
                            id)) {
                SearchRows.task(c, id, task.batch(), task.taskId(), task.requestId());
            }
            if (Sql.count(c, "SELECT ended_at IS NOT NULL FROM job WHERE id = ?", id) == 1) {
                Sql.update(
                        c,
                        "UPDATE job SET state = ? WHERE id = ?",
                        JobStates.ended(c, id, JobRows.counts(c, id)).label(),
                        id);
            }
        }
    }

    private record Task(int batch, String taskId, String requestId) {}
}
