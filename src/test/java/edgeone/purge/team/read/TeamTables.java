package edgeone.purge.team.read;

import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.publish.Installation;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** A team's database with its tables, and machines that publish into it. */
public final class TeamTables implements AutoCloseable {
    private final Connection connection;
    private final TeamDatabase database;

    /** Makes the tables in an empty database. */
    public TeamTables(RealPostgres postgres) throws SQLException {
        database =
                new TeamDatabase(TeamAddress.of(postgres.url()).orElseThrow(), TeamPassword.NONE);
        connection = database.connect();
        TeamSchema.migrate(connection);
    }

    public TeamDatabase database() {
        return database;
    }

    /** Reads the team's history. */
    public TeamHistory history() {
        return new TeamHistory(database, database);
    }

    /** Runs statements as the owner. */
    public void run(String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    /** Publishes all that waits in a journal. */
    public void publish(Journal journal) {
        Published done =
                new Publisher(
                                new Outbox(journal),
                                new Installation("machine", "nobody", "1.0"),
                                Clock.systemUTC())
                        .publish(database);
        if (done.pending() > 0) {
            throw new IllegalStateException(done.toString());
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
