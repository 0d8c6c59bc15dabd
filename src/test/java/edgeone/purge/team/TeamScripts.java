package edgeone.purge.team;

import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs the scripts of the team's schema in a database that has none of it. */
public final class TeamScripts {
    private TeamScripts() {}

    /**
     * Runs scripts as the owner.
     *
     * @param names of files beside {@link TeamDatabase}, in order
     */
    public static void run(RealPostgres postgres, String... names)
            throws SQLException, IOException {
        try (Connection connection = database(postgres, "postgres").connect()) {
            connection.createStatement().execute("CREATE SCHEMA " + TeamDatabase.SCHEMA);
            for (String name : names) {
                try (InputStream script = TeamDatabase.class.getResourceAsStream(name)) {
                    connection
                            .createStatement()
                            .execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** Makes users that may use what everybody may. */
    public static void people(RealPostgres postgres, String... names) throws SQLException {
        for (String name : List.of(names)) {
            postgres.execute(
                    "CREATE ROLE %s LOGIN; GRANT USAGE ON SCHEMA %s TO %s"
                            .formatted(name, TeamDatabase.SCHEMA, name));
        }
    }

    public static TeamDatabase database(RealPostgres postgres, String user) {
        return new TeamDatabase(TeamAddress.of(postgres.url(user)).orElseThrow(), null);
    }
}
