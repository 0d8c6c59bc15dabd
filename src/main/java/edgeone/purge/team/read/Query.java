package edgeone.purge.team.read;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A statement that grows with its values. Not thread-safe. */
final class Query {
    /** Rows that the driver holds at a time where many are read. */
    private static final int FETCHED = 1_000;

    private final StringBuilder sql = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Does something with one row. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Query of(String sql, @Nullable Object... values) {
        return new Query().add(sql, values);
    }

    /** Adds text with a question mark for each value. */
    Query add(String more, @Nullable Object... of) {
        sql.append(more);
        for (Object value : of) {
            values.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        return this;
    }

    Query add(Query other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    /** Adds {@code (?, ?, …)}; of nothing a list that holds nothing. */
    Query addList(Collection<?> of) {
        if (of.isEmpty()) {
            return add("(NULL)");
        }
        return add("(" + "?, ".repeat(of.size() - 1) + "?)", of.toArray());
    }

    <T> List<T> list(Connection connection, Row<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        each(connection, row -> found.add(reader.of(row)));
        return found;
    }

    <T> @Nullable T first(Connection connection, Row<T> reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? reader.of(rows) : null;
        }
    }

    long count(Connection connection) throws SQLException {
        Long count = first(connection, row -> row.getLong(1));
        return count == null ? 0 : count;
    }

    /** Reads all rows; in a transaction no more than a few are held at a time. */
    void each(Connection connection, Reader reader) throws SQLException {
        try (PreparedStatement statement = prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.toString());
        try {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
