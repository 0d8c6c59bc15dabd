package edgeone.purge.team;

import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The team's schema and its users in a database for tests. */
public final class TeamScripts {
    private TeamScripts() {}

    /** Creates the schema. */
    public static void run(RealPostgres postgres) throws SQLException {
        try (Connection connection = database(postgres, "postgres").connect()) {
            TeamSchema.migrate(connection);
        }
    }

    /** Makes users who may publish. */
    public static void people(RealPostgres postgres, String... names) throws SQLException {
        for (String name : List.of(names)) {
            postgres.execute(
                    "CREATE ROLE %s LOGIN IN ROLE edgeone_purge_publisher".formatted(name));
        }
    }

    public static TeamDatabase database(RealPostgres postgres, String user) {
        return new TeamDatabase(
                TeamAddress.of(postgres.url(user)).orElseThrow(), TeamPassword.NONE);
    }
}
