package edgeone.purge.team;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;

/** The server that tests of the team's database run against. */
final class RealPostgresTest {
    @TempDir private Path folder;

    @Test
    void theProgramConnectsAndTheSchemaIsSound() throws Exception {
        try (RealPostgres postgres = RealPostgres.start(folder);
                InputStream script = TeamDatabase.class.getResourceAsStream("V1__history.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            TeamAddress address = TeamAddress.of(postgres.url()).orElseThrow();
            try (Connection connection = new TeamDatabase(address, null).connect()) {
                connection.createStatement().execute("CREATE SCHEMA " + TeamDatabase.SCHEMA);
                connection.createStatement().execute(sql);
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT count(*) FROM job");
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }
}
