package edgeone.purge.journal.rescue;

import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.rescue.Lost;
import edgeone.purge.model.rescue.Lost.What;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names jobs whose rows cannot be read, by what else knows of them: an index, and the chain. */
final class LostJobs {
    private final Connection damaged;
    private final Connection saved;

    LostJobs(Connection damaged, Connection saved) {
        this.damaged = damaged;
        this.saved = saved;
    }

    /**
     * The jobs that are lost.
     *
     * @param rows their rows
     */
    List<Lost> named(List<Lost> rows) throws SQLException {
        Set<String> ids = new TreeSet<>();
        boolean all = byIndex(ids, "") || byIndex(ids, " DESC");
        if (Bounds.exists(saved, "entry")) {
            ids.addAll(
                    Sql.list(
                            saved,
                            r -> r.getString(1),
                            "SELECT job_id FROM entry WHERE job_id IS NOT NULL EXCEPT SELECT job_id"
                                    + " FROM entry WHERE kind = 'prune'"));
        }
        Sql.list(saved, r -> r.getString(1), "SELECT id FROM job").forEach(ids::remove);
        List<Lost> named =
                new ArrayList<>(ids.stream().map(id -> new Lost(What.JOBS, id, 0, 0)).toList());
        if (!all) {
            named.addAll(rows);
        }
        return named;
    }

    /** Returns whether it knows all of them. */
    private boolean byIndex(Set<String> ids, String way) {
        try {
            Sql.each(damaged, r -> ids.add(r.getString(1)), "SELECT id FROM job ORDER BY id" + way);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
