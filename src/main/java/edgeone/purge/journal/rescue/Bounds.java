package edgeone.purge.journal.rescue;

import edgeone.purge.journal.sql.Sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Up to where the keys of a damaged table go. */
final class Bounds {
    /**
     * How far to look behind the last row that can be read, where nothing says where the end is.
     */
    private static final long FURTHER = 5_000;

    private final Connection damaged;

    Bounds(Connection damaged) {
        this.damaged = damaged;
    }

    static boolean exists(Connection c, String table) throws SQLException {
        return !columns(c, table).isEmpty();
    }

    static List<String> columns(Connection c, String table) throws SQLException {
        return Sql.list(c, r -> r.getString("name"), "PRAGMA table_info(" + table + ")");
    }

    /**
     * The last key of a table.
     *
     * @param index an index of it, which knows too; empty for none
     */
    long last(String table, String key, String index) throws SQLException {
        List<String> ways = new ArrayList<>();
        ways.add("SELECT max(" + key + ") FROM " + table + " NOT INDEXED");
        if (!index.isEmpty()) {
            ways.add("SELECT max(" + key + ") FROM " + table + " INDEXED BY " + index);
        }
        for (String sql : ways) {
            try {
                Long last = Sql.first(damaged, r -> r.getLong(1), sql);
                if (last != null) {
                    return last;
                }
            } catch (SQLException e) {
                // Ask the index, or count from the front.
            }
        }
        return readable("SELECT " + key + " FROM " + table + " ORDER BY " + key) + FURTHER;
    }

    /** The last key of a job; the last one that can be read where the end cannot. */
    long lastOf(String table, String key, String job) throws SQLException {
        String of = " FROM " + table + " WHERE job_id = ?";
        try {
            Long last = Sql.first(damaged, r -> r.getLong(1), "SELECT max(" + key + ")" + of, job);
            return last == null ? 0 : last;
        } catch (SQLException e) {
            return readable("SELECT " + key + of + " ORDER BY " + key, job);
        }
    }

    private long readable(String sql, Object... values) {
        long[] last = {0};
        try {
            Sql.each(damaged, r -> last[0] = r.getLong(1), sql, values);
        } catch (SQLException e) {
            // As far as it went.
        }
        return last[0];
    }
}
