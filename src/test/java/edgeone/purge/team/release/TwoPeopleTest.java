package edgeone.purge.team.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamScripts;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two people, each with a home folder and a database user of their own, and one EdgeOne. */
@Timeout(180)
final class TwoPeopleTest {
    private static final String HOST = "www.example.com";
    private static final String OTHER = "img.example.com";

    @TempDir private static Path folder;
    private static RealPostgres postgres;
    private static EmbeddedEdgeOne edgeOne;
    private static Path wang;
    private static Path li;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(folder);
        TeamScripts.run(postgres);
        TeamScripts.people(postgres, "wang", "li");
        edgeOne = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        wang = home("wang");
        li = home("li");
        assertThat(
                        run(
                                        wang,
                                        edgeOne.secretKey() + "\nopen sesame\n",
                                        "account",
                                        "add",
                                        "shop",
                                        "--site",
                                        edgeOne.endpoint().toString(),
                                        "--secret-id",
                                        edgeOne.secretId(),
                                        "--store",
                                        "file",
                                        "--safety",
                                        "two_person")
                                .exit())
                .isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        edgeOne.close();
        postgres.close();
    }

    @BeforeEach
    void nothingIsOpen() throws Exception {
        owner(
                "UPDATE request SET told = true, state = CASE WHEN state = 'taken' THEN 'taken'"
                        + " ELSE 'declined' END");
    }

    private static Path home(String user) throws Exception {
        Path home = Files.createDirectories(folder.resolve(user));
        Ended set = run(home, "\n", "team", "set", "--url", postgres.url(user), "--store", "file");
        assertThat(set.exit()).as(set.toString()).isZero();
        return home;
    }

    private static Ended run(Path home, String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString(), "--json", "--lang", "en"));
        return RealProgram.run(
                Map.of(), input.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    private static Ended purge(String target) {
        return run(
                wang,
                "open sesame\n",
                "purge",
                "--zone",
                "example.com",
                "--type",
                "purge_host",
                "--target",
                target,
                "--confirm",
                "example.com",
                "--yes",
                "--account",
                "shop");
    }

    private static String asked(String target) {
        Ended asked = purge(target);
        assertThat(asked.exit()).as(asked.toString()).isEqualTo(2);
        assertThat(asked.json().at("/error/code").asString()).isEqualTo("Refused.RELEASE_WAITING");
        assertThat(asked.err()).contains("colleague");
        return asked.json().get("request").asString();
    }

    private static JsonNode requests(Path home) {
        return run(home, "", "requests").json().get("requests");
    }

    private static Ended release(Path home, String id) {
        return run(home, "open sesame\n", "release", id, "--confirm", "example.com");
    }

    @Test
    void aPurgeWaitsForAnotherUserAndGoesOnce() {
        int before = edgeOne.accepted().size();
        String id = asked(HOST);
        assertThat(asked(HOST)).as("asked once").isEqualTo(id);
        JsonNode listed = requests(li).get(0);
        assertThat(listed.get("request").asString()).isEqualTo(id);
        assertThat(listed.get("zone").asString()).isEqualTo("example.com");
        assertThat(listed.get("type").asString()).isEqualTo("purge_host");
        assertThat(listed.get("targets").asInt()).isEqualTo(1);
        assertThat(listed.get("mine").asBoolean()).isFalse();
        for (String language : List.of("en", "zh")) {
            Ended text =
                    RealProgram.run(
                            Map.of(),
                            new byte[0],
                            "requests",
                            "--home",
                            li.toString(),
                            "--lang",
                            language);
            assertThat(text.exit()).as(text.toString()).isZero();
            assertThat(text.out()).contains(id, "example.com", "purge_host", "waiting");
        }

        Ended own = release(wang, id);
        assertThat(own.exit()).as(own.toString()).isEqualTo(2);
        assertThat(own.json().at("/error/code").asString()).isEqualTo("Release.OWN");
        assertThat(run(li, "", "release", id, "--confirm", "example.org").exit()).isEqualTo(2);
        assertThat(edgeOne.accepted()).hasSize(before);

        Ended released = release(li, id);
        assertThat(released.exit()).as(released.toString()).isZero();
        assertThat(released.err()).contains(HOST);
        assertThat(asked(OTHER)).as("something else").isNotEqualTo(id);
        Ended sent = purge(HOST);
        assertThat(sent.exit()).as(sent.toString()).isZero();
        assertThat(edgeOne.accepted()).hasSize(before + 1);
        assertThat(edgeOne.accepted().getLast().targets()).containsExactly(HOST);

        assertThat(asked(HOST)).as("a release is for one purge").isNotEqualTo(id);
    }

    @Test
    void aDeclinedOneSaysSoOnce() {
        String id = asked(HOST);
        assertThat(run(li, "", "decline", id).exit()).isZero();
        Ended declined = purge(HOST);
        assertThat(declined.exit()).isEqualTo(2);
        assertThat(declined.json().at("/error/code").asString())
                .isEqualTo("Refused.RELEASE_DECLINED");
        assertThat(declined.err()).contains("li");
        assertThat(asked(HOST)).isNotEqualTo(id);
        assertThat(release(li, id).exit()).as("not after it was declined").isEqualTo(2);
    }

    @Test
    void anExpiredOneSaysSoAndIsNoLongerReleased() throws Exception {
        String id = asked(HOST);
        owner("UPDATE request SET until = clock_timestamp() - interval '1 s' WHERE id = " + id);
        assertThat(release(li, id).exit()).isEqualTo(2);
        Ended expired = purge(HOST);
        assertThat(expired.json().at("/error/code").asString())
                .isEqualTo("Refused.RELEASE_EXPIRED");
    }

    @Test
    void aReleaseTakenByARunThatEndedBeforeItsJobWasRecordedIsNotSent() throws Exception {
        String id = asked(HOST);
        assertThat(release(li, id).exit()).isZero();
        as(
                "wang",
                "SELECT request_take(ARRAY["
                        + id
                        + "::bigint], ARRAY[(SELECT hash FROM request WHERE id = "
                        + id
                        + ")], ARRAY['never-recorded'])");
        int before = edgeOne.accepted().size();
        Ended lost = purge(HOST);
        assertThat(lost.exit()).isEqualTo(2);
        assertThat(lost.json().at("/error/code").asString()).isEqualTo("Refused.RELEASE_LOST");
        assertThat(edgeOne.accepted()).hasSize(before);
    }

    @Test
    void theDatabaseItselfHoldsTheRules() {
        String id = asked(HOST);
        String hash = "(SELECT hash FROM request WHERE id = " + id + ")";
        assertRefused("wang", "SELECT request_decide(" + id + ", " + hash + ", 'released')");
        assertRefused("li", "SELECT request_decide(" + id + ", 'x', 'released')");
        assertRefused("li", "UPDATE request SET state = 'released' WHERE id = " + id);
        assertRefused(
                "wang",
                "SELECT request_take(ARRAY[" + id + "::bigint], ARRAY[" + hash + "], ARRAY['j'])");
        for (String change :
                List.of(
                        "SET plan = '{}'",
                        "SET asked_by = 'li'",
                        "SET until = 'infinity'",
                        "SET state = 'released', job_id = 'x' WHERE false OR asked_by = 'nobody';"
                                + " DELETE FROM request; SELECT 1 FROM request")) {
            assertRefused("postgres", "UPDATE request " + change);
        }
        assertRefused("postgres", "TRUNCATE request");
    }

    @Test
    void withoutTheDatabaseItIsRefusedInWords() throws Exception {
        postgres.stop();
        try {
            Ended gone = purge(HOST);
            assertThat(gone.exit()).isEqualTo(2);
            assertThat(gone.json().at("/error/code").asString())
                    .isEqualTo("Refused.RELEASE_UNREACHABLE");
            assertThat(gone.err()).contains("team status");
        } finally {
            postgres.startServer();
        }
    }

    /** As an owner who took the triggers away. */
    private static void owner(String sql) throws SQLException {
        as(
                "postgres",
                "SET session_replication_role = replica; "
                        + sql
                        + "; SET session_replication_role = origin");
    }

    private static void as(String user, String sql) throws SQLException {
        try (Connection connection = TeamScripts.database(postgres, user).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRefused(String user, String sql) {
        assertThatThrownBy(() -> as(user, sql))
                .as(user + ": " + sql)
                .isInstanceOf(SQLException.class);
    }
}
