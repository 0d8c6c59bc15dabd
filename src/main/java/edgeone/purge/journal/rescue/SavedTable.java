package edgeone.purge.journal.rescue;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Copies rows of one table from the damaged journal to the new one. */
final class SavedTable implements AutoCloseable {
    private final List<String> columns;
    private final Map<String, Set<String>> words;
    private final Connection damaged;
    private final String forward;
    private final PreparedStatement insert;
    private final boolean ofJob;

    /**
     * @param key the column rows are ordered by, a whole number
     * @param ofJob whether the table is ordered by {@code job_id} first
     * @param left columns that are not copied
     * @param words what columns may say; something else is damage that SQLite does not notice
     */
    SavedTable(
            Connection damaged,
            Connection saved,
            String table,
            String key,
            boolean ofJob,
            Set<String> left,
            Map<String, Set<String>> words)
            throws SQLException {
        this.damaged = damaged;
        this.ofJob = ofJob;
        this.words = words;
        Set<String> readable = Set.copyOf(Bounds.columns(damaged, table));
        columns =
                Bounds.columns(saved, table).stream()
                        .filter(c -> readable.contains(c) && !left.contains(c))
                        .toList();
        forward =
                "SELECT %s, %s FROM %s WHERE %s %s BETWEEN ? AND ? ORDER BY %s"
                        .formatted(
                                key,
                                String.join(", ", columns),
                                table,
                                ofJob ? "job_id = ? AND" : "",
                                key,
                                key);
        insert =
                saved.prepareStatement(
                        "INSERT INTO %s (%s) VALUES (%s)"
                                .formatted(
                                        table,
                                        String.join(", ", columns),
                                        columns.stream()
                                                .map(_ -> "?")
                                                .collect(Collectors.joining(", "))));
    }

    /** The rows of the table, or those of one job. */
    KeyRange.Rows rows(@Nullable String job) {
        return (from, to, back) -> read(job, from, to, back);
    }

    /** The statement is a new one each time: the driver closes one that met damage. */
    private long read(@Nullable String job, long from, long to, boolean back) throws SQLException {
        long last = KeyRange.Rows.NONE;
        try (PreparedStatement select = select(job, from, to, back);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long key = row.getLong(1);
                boolean inOrder =
                        key >= from
                                && key <= to
                                && (last == KeyRange.Rows.NONE || (back ? key < last : key > last));
                if (!inOrder || !isPlausible(row, job)) {
                    return last;
                }
                save(row);
                last = key;
            }
            return KeyRange.Rows.WHOLE;
        } catch (SQLException e) {
            if (isDamage(e)) {
                return last;
            }
            throw e;
        }
    }

    private PreparedStatement select(@Nullable String job, long from, long to, boolean back)
            throws SQLException {
        PreparedStatement select = damaged.prepareStatement(back ? forward + " DESC" : forward);
        int n = 1;
        if (ofJob) {
            select.setString(n++, job);
        }
        select.setLong(n++, from);
        select.setLong(n, to);
        return select;
    }

    private boolean isPlausible(ResultSet row, @Nullable String job) throws SQLException {
        for (Map.Entry<String, Set<String>> each : words.entrySet()) {
            if (columns.contains(each.getKey())) {
                String word = row.getString(each.getKey());
                if (word != null && !each.getValue().contains(word)) {
                    return false;
                }
            }
        }
        return job == null || job.equals(row.getString("job_id"));
    }

    private void save(ResultSet row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            insert.setObject(i + 1, row.getObject(i + 2));
        }
        insert.executeUpdate();
    }

    /** Whether the file is damaged, and not the disk full or gone. */
    static boolean isDamage(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG ->
                    true;
            default -> false;
        };
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
