package edgeone.purge.journal;

import edgeone.purge.journal.ForeignJob.Line;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.rows.BatchRows;
import edgeone.purge.journal.rows.Chain;
import edgeone.purge.journal.rows.JobRows;
import edgeone.purge.journal.rows.SearchRows;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.TargetState;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements on a job of somebody else, which has one accepted batch, inside a transaction. */
final class ForeignRows {
    private static final int BATCH = 1;

    private ForeignRows() {}

    static void add(Connection c, Instant now, ForeignJob job) throws SQLException {
        JobRows.insert(c, job.job(), null, false);
        insertTargets(c, job.job().id(), job, job.targets());
        JobRows.end(c, job.job().id(), job.changedAt());
        Chain.foreign(c, now, job.job().id());
    }

    /** Records what EdgeOne says now of a job that is there; targets may have been added. */
    static void update(Connection c, Instant now, String jobId, ForeignJob listed)
            throws SQLException {
        Map<String, Fate> known = fates(c, jobId);
        Map<String, Fate> changed = new LinkedHashMap<>();
        boolean more = false;
        for (Line line : listed.targets()) {
            Fate before = known.get(line.target());
            more |= before == null;
            if (before == null || (!before.state().isFinal() && !before.equals(line.fate()))) {
                changed.put(line.target(), line.fate());
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        if (more) {
            known.putAll(changed);
            replaceTargets(
                    c,
                    jobId,
                    listed,
                    known.entrySet().stream()
                            .map(e -> new Line(e.getKey(), e.getValue()))
                            .toList());
            JobRows.end(c, jobId, listed.changedAt());
            Chain.foreign(c, now, jobId);
        } else {
            move(c, jobId, changed);
            Chain.results(c, now, jobId, BATCH);
            JobRows.freeze(c, jobId, now, listed.changedAt());
        }
    }

    /** Whether EdgeOne still works on the job. */
    static boolean isOpen(Connection c, String jobId) throws SQLException {
        return Sql.count(c, "SELECT ended_at IS NULL FROM job WHERE id = ?", jobId) == 1;
    }

    /** Outcomes by target, in the order of the job. */
    private static Map<String, Fate> fates(Connection c, String jobId) throws SQLException {
        Map<String, Fate> fates = new LinkedHashMap<>();
        Sql.each(
                c,
                r ->
                        fates.put(
                                r.getString("target"),
                                new Fate(
                                        TargetState.ofLabel(r.getString("state")).orElseThrow(),
                                        r.getString("reason"),
                                        r.getString("code"))),
                "SELECT target, state, reason, code FROM target WHERE job_id = ? ORDER BY position",
                jobId);
        return fates;
    }

    private static void move(Connection c, String jobId, Map<String, Fate> fates)
            throws SQLException {
        try (PreparedStatement update =
                c.prepareStatement(
                        "UPDATE target SET state = ?, reason = ?, code = ? WHERE job_id = ? AND"
                                + " position = ?")) {
            for (Map.Entry<String, Integer> row : BatchRows.positions(c, jobId, BATCH).entrySet()) {
                Fate fate = fates.get(row.getKey());
                if (fate != null) {
                    update.setString(1, fate.state().label());
                    update.setString(2, fate.reason());
                    update.setString(3, fate.code());
                    update.setString(4, jobId);
                    update.setInt(5, row.getValue());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    private static void replaceTargets(
            Connection c, String jobId, ForeignJob listed, List<Line> targets) throws SQLException {
        SearchRows.remove(c, jobId);
        for (String table : List.of("target", "batch")) {
            Sql.update(c, "DELETE FROM " + table + " WHERE job_id = ?", jobId);
        }
        Sql.update(
                c,
                "UPDATE job SET number = NULL, ended_at = NULL, state = NULL, n_succeeded = NULL,"
                        + " n_failed = NULL, n_rejected = NULL, n_canceled = NULL WHERE id = ?",
                jobId);
        insertTargets(c, jobId, listed, targets);
    }

    private static void insertTargets(
            Connection c, String jobId, ForeignJob job, List<Line> targets) throws SQLException {
        Sql.update(
                c,
                "INSERT INTO batch (job_id, n, state, targets, task_id, sent_at) VALUES"
                        + " (?,?,'accepted',?,?,?)",
                jobId,
                BATCH,
                targets.size(),
                job.taskId(),
                job.createdAt());
        List<String> names = new ArrayList<>();
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO target (job_id, position, batch, target, state, reason, code)"
                                + " VALUES (?,?,?,?,?,?,?)")) {
            for (Line line : targets) {
                names.add(line.target());
                insert.setString(1, jobId);
                insert.setInt(2, names.size());
                insert.setInt(3, BATCH);
                insert.setString(4, line.target());
                insert.setString(5, line.fate().state().label());
                insert.setString(6, line.fate().reason());
                insert.setString(7, line.fate().code());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        SearchRows.add(c, jobId, BATCH, names);
        SearchRows.task(c, jobId, BATCH, job.taskId(), null);
    }
}
