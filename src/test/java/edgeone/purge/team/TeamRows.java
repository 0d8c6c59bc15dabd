package edgeone.purge.team;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.sql.Sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a team's database holds, read beside the program. */
public final class TeamRows {
    private final RealPostgres postgres;
    private final String database;

    public TeamRows(RealPostgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    private Connection connect(String user) throws SQLException {
        Connection connection = postgres.connect(user, database);
        connection.createStatement().execute("SET search_path = edgeone_purge");
        return connection;
    }

    /** The rows of a query, with a bar between columns. */
    public List<String> list(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(rows.getString(i));
                }
                found.add(String.join("|", cells.stream().map(String::valueOf).toList()));
            }
            return found;
        }
    }

    /** Does what triggers refuse, as a database administrator can. */
    public void force(String sql) throws SQLException {
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute("SET session_replication_role = replica");
            connection.createStatement().execute(sql);
        }
    }

    /** The SQLSTATE with which a statement of a user is refused. */
    public String refusal(String user, String sql) throws SQLException {
        try (Connection connection = connect(user)) {
            connection.createStatement().execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** The newest machine that the journal is holds exactly its entries. */
    public void areOf(OpenJournal journal) throws SQLException {
        List<String> local =
                journal.file()
                        .read(
                                c ->
                                        Sql.list(
                                                c,
                                                r -> r.getString(1),
                                                "SELECT n || '|' || lower(hex(hash)) FROM entry"
                                                        + " ORDER BY n"));
        String machine =
                journal.file()
                        .read(c -> Sql.list(c, r -> r.getString(1), "SELECT machine FROM team"))
                        .getFirst();
        assertThat(
                        list(
                                "SELECT n || '|' || encode(hash, 'hex') FROM entry WHERE machine ="
                                        + " '"
                                        + machine
                                        + "' ORDER BY n"))
                .isEqualTo(local);
    }
}
