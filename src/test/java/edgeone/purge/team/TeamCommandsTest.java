package edgeone.purge.team;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.team.db.TeamSchema;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.Map;
import java.util.stream.Stream;

/** The team commands, from settings and password to a schema in a real database. */
final class TeamCommandsTest {
    @TempDir private static Path shared;
    private static RealPostgres postgres;

    @TempDir private Path home;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(shared);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    private Ended run(String input, String... arguments) {
        String[] all =
                Stream.concat(Stream.of(arguments), Stream.of("--json", "--lang", "en"))
                        .toArray(String[]::new);
        return RealProgram.run(
                Map.of("EDGEONE_PURGE_HOME", home.toString()),
                input.getBytes(StandardCharsets.UTF_8),
                all);
    }

    private static JsonNode json(Ended ended) {
        return new JsonMapper().readTree(ended.out().lines().findFirst().orElseThrow());
    }

    @Test
    void whoMayCreatesTheSchemaAndWhoMayNotIsTold() throws Exception {
        Ended set = run("\n", "team", "set", "--url", postgres.url(), "--store", "file");
        assertThat(set.exit()).as(set.toString()).isZero();
        assertThat(json(set).get("reachable").booleanValue()).isTrue();
        assertThat(json(set).get("schema").intValue()).isEqualTo(TeamSchema.newest());
        assertThat(json(run("", "team", "status")).get("configured").booleanValue()).isTrue();
        postgres.execute("CREATE ROLE stranger LOGIN");
        postgres.execute("CREATE DATABASE other");
        Ended stranger =
                run("\n", "team", "set", "--url", postgres.url("stranger"), "--store", "file");
        assertThat(stranger.exit()).isEqualTo(6);
        assertThat(json(stranger).at("/error/code").stringValue()).isEqualTo("Team.RIGHTS");
        String other = postgres.url("stranger").replace("/team", "/other");
        Ended without = run("\n", "team", "set", "--url", other, "--store", "file");
        assertThat(without.err()).contains("team schema");
        assertThat(run("", "team", "off").exit()).isZero();
        Ended off = run("", "team", "status");
        assertThat(json(off).get("configured").booleanValue()).isFalse();
        assertThat(Files.readString(home.resolve("settings.json"))).doesNotContain("postgresql");
    }

    @Test
    void theScriptForAnAdministratorCanBeRunTwice() throws Exception {
        String script = run("", "team", "schema").out();
        postgres.execute("CREATE DATABASE administered");
        try (Connection connection = postgres.connectTo("administered")) {
            connection.createStatement().execute(script);
            connection.createStatement().execute(script);
            try (ResultSet row =
                    connection
                            .createStatement()
                            .executeQuery(
                                    "SELECT max(version) FROM edgeone_purge.schema_version")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(TeamSchema.newest());
            }
        }
    }

    @Test
    void theTimeForASecondPersonChangesAlone() throws Exception {
        Ended none = run("", "team", "set", "--release-minutes", "45");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("No team database is set");
        run("\n", "team", "set", "--url", postgres.url(), "--store", "file");
        assertThat(json(run("", "team", "status")).get("releaseMinutes").intValue()).isEqualTo(30);
        Ended set = run("", "team", "set", "--release-minutes", "45");
        assertThat(set.exit()).as(set.toString()).isZero();
        assertThat(json(set).get("releaseMinutes").intValue()).isEqualTo(45);
        Ended again =
                run("\n", "team", "set", "--url", postgres.url(), "--release-minutes", "1440");
        assertThat(json(again).get("releaseMinutes").intValue()).isEqualTo(1_440);
        for (String minutes : new String[] {"0", "1441", "-1"}) {
            Ended refused = run("", "team", "set", "--release-minutes", minutes);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("1440");
        }
        assertThat(run("", "team", "set").exit()).isEqualTo(2);
        assertThat(run("", "team", "set", "--release-minutes", "45", "--user", "li").exit())
                .isEqualTo(2);
        assertThat(json(run("", "team", "off")).has("releaseMinutes")).isFalse();
    }

    @Test
    void aPasswordInTheAddressIsRefusedAndNotRepeated() {
        for (String url :
                new String[] {
                    "postgresql://wang:geheim@db/team", "postgresql://db/team?password=geheim"
                }) {
            Ended refused = run("", "team", "set", "--url", url);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.out() + refused.err())
                    .contains("command line")
                    .doesNotContain("geheim");
        }
        assertThat(run("", "team", "set", "--url", "mysql://db/team").exit()).isEqualTo(2);
    }
}
