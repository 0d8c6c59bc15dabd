package edgeone.purge.team;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;

/** The server that tests of the team's database run against. */
final class RealPostgresTest {
    @TempDir private Path folder;

    @Test
    void theProgramConnectsAndTheSchemaIsSound() throws Exception {
        try (RealPostgres postgres = RealPostgres.start(folder)) {
            TeamAddress address = TeamAddress.of(postgres.url()).orElseThrow();
            TeamDatabase database = new TeamDatabase(address, TeamPassword.NONE);
            try (Connection connection = database.connect()) {
                TeamSchema.migrate(connection);
            }
            try (Connection connection = database.open()) {
                ResultSet row =
                        connection.createStatement().executeQuery("SELECT count(*) FROM job");
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }
}
