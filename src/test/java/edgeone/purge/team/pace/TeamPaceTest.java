package edgeone.purge.team.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamScripts;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.pace.PaceTable.Key;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.watch.CallBody;
import edgeone.purge.teo.watch.CallReport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Future;

/** One pace for several machines, through a real database. */
@Timeout(120)
final class TeamPaceTest {
    private static final String ACTION = "CreatePurgeTask";
    private static final String ENDPOINT = "https://teo.tencentcloudapi.com";
    private static final long APART = 51_000_000;

    @TempDir private static Path folder;
    private static RealPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(folder);
        TeamScripts.run(postgres, "V1__history.sql", "V3__pace.sql");
        TeamScripts.people(postgres, "wang", "li");
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void leasesOfTwoMachinesFollowEachOther() throws Exception {
        PaceTable wang = table("wang");
        PaceTable li = table("li");
        Key key = new Key(ENDPOINT, "shared");
        wang.take(key, ACTION, 1);
        Lease first = wang.take(key, ACTION, 5);
        Lease second = li.take(key, ACTION, 3);
        assertThat(first.slots()).isEqualTo(5);
        assertThat(first.apart()).isEqualTo(APART);
        // The clocks of two connections agree to a fraction of a round trip.
        assertThat(second.first() - first.slot(5)).isBetween(-10_000_000L, 10_000_000L);
        assertThat(li.take(key, "DescribeZones", 1).first()).isLessThan(second.slot(1));
    }

    @Test
    void whoComesWhileMuchIsTakenGetsOneSlot() throws Exception {
        PaceTable wang = table("wang");
        Key key = new Key(ENDPOINT, "busy");
        for (int i = 0; i < 5; i++) {
            wang.take(key, ACTION, 5);
        }
        assertThat(wang.take(key, ACTION, 5).slots()).isEqualTo(1);
    }

    @Test
    void keysThatSeeOneZoneAreOneAccount() throws Exception {
        PaceTable wang = table("wang");
        PaceTable li = table("li");
        Key one = new Key(ENDPOINT, "wangs");
        Key other = new Key("https://teo.ap-guangzhou.tencentcloudapi.com", "lis");
        for (int i = 0; i < 3; i++) {
            wang.take(one, ACTION, 5);
            li.take(other, ACTION, 5);
        }
        assertThat(
                        rows(
                                "SELECT count(DISTINCT account) FROM pace_key WHERE fingerprint IN"
                                        + " ('wangs', 'lis')"))
                .isEqualTo(2);
        wang.sees(one, List.of("zone-a", "zone-b"));
        li.sees(other, List.of("zone-c", "zone-b"));
        assertThat(
                        rows(
                                "SELECT count(DISTINCT account) FROM pace_key WHERE fingerprint IN"
                                        + " ('wangs', 'lis')"))
                .isEqualTo(1);
        long mine = wang.take(one, ACTION, 1).first();
        long lis = li.take(other, ACTION, 1).first();
        assertThat(lis - mine).isBetween(APART - 10_000_000L, APART + 10_000_000L);
    }

    @Test
    void zonesAreReadFromWhatEdgeOneAnswers() throws Exception {
        try (TeamPace wang = new TeamPace(database("wang"));
                TeamPace li = new TeamPace(database("li"))) {
            wang.watch(ENDPOINT, "w9").ended(report("{\"ZoneId\":\"zone-w1\"}", "{}", null));
            li.watch(ENDPOINT, "l9")
                    .ended(report("{}", "{\"Zones\":[{\"ZoneId\": \"zone-w1\"}]}", null));
            // Refused: says nothing about whose the zone is.
            li.watch(ENDPOINT, "x9")
                    .ended(report("{\"ZoneId\":\"zone-w1\"}", "{}", "UnauthorizedOperation"));
            li.watch(ENDPOINT, "x9").ended(report("{\"ZoneId\":\"zone-x1\"}", "{}", null));
            done(wang);
            done(li);
        }
        assertThat(rows("SELECT count(DISTINCT account) FROM pace_key WHERE fingerprint LIKE '%9'"))
                .isEqualTo(2);
    }

    @Test
    void aRefusalSlowsEverybodyOnce() throws Exception {
        PaceTable wang = table("wang");
        PaceTable li = table("li");
        Key key = new Key(ENDPOINT, "slow");
        wang.take(key, ACTION, 1);
        wang.slow(key, ACTION, OptionalInt.empty());
        li.slow(key, ACTION, OptionalInt.empty());
        assertThat(li.take(key, ACTION, 1).apart()).isEqualTo(2 * APART);
        li.slow(key, ACTION, OptionalInt.of(5));
        assertThat(wang.take(key, ACTION, 1).apart()).isEqualTo(4 * APART);
        assertThat(wang.take(key, "DescribeZones", 1).apart()).isEqualTo(APART);
    }

    @Test
    void fourMachinesKeepTheLimitTogether() throws Exception {
        List<Long> left = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        List<TeamPace> machines = new ArrayList<>();
        for (int m = 0; m < 4; m++) {
            TeamPace machine = new TeamPace(database(m % 2 == 0 ? "wang" : "li"));
            machines.add(machine);
            RequestGate gate = machine.over(RequestGate.OPEN, ENDPOINT, "four");
            for (int t = 0; t < 4; t++) {
                threads.add(Thread.ofVirtual().start(() -> send(gate, 4, left)));
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        machines.forEach(TeamPace::close);
        assertThat(left).hasSize(64);
        List<Long> sorted = left.stream().sorted().toList();
        for (int i = 20; i < sorted.size(); i++) {
            assertThat(sorted.get(i) - sorted.get(i - 20)).isGreaterThan(900_000_000L);
        }
    }

    @Test
    @Timeout(5)
    void withoutADatabaseNothingWaits() throws Exception {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        assertLeaveWithout(closed);
    }

    @Test
    @Timeout(5)
    void withADatabaseThatSaysNothingARequestWaitsAMoment() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertLeaveWithout(silent.getLocalPort());
        }
    }

    /** As many requests as would take minutes if each of them waited for the database. */
    private static void assertLeaveWithout(int port) throws Exception {
        TeamAddress address =
                TeamAddress.of("postgresql://wang@127.0.0.1:" + port + "/team").orElseThrow();
        List<Long> left = new ArrayList<>();
        try (TeamPace machine = new TeamPace(new TeamDatabase(address, null))) {
            send(machine.over(RequestGate.OPEN, ENDPOINT, "gone"), 500, left);
        }
        assertThat(left).hasSize(500);
    }

    @Test
    void aPersonTouchesNothingButByTheFunctions() {
        for (String sql :
                List.of(
                        "SELECT * FROM pace",
                        "UPDATE pace SET per_second = 1000",
                        "INSERT INTO pace_zone VALUES ('zone-x', 1)",
                        "SELECT pace_now(1, 'CreatePurgeTask')")) {
            assertThatThrownBy(
                            () -> {
                                try (var connection = database("wang").connect()) {
                                    connection.createStatement().execute(sql);
                                }
                            })
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static void send(RequestGate gate, int requests, List<Long> left) {
        try {
            for (int i = 0; i < requests; i++) {
                gate.await(ACTION);
                left.add(System.nanoTime());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void done(TeamPace pace) throws Exception {
        Future<Boolean> last = pace.ask(() -> true);
        assertThat(last.get()).isTrue();
    }

    private static CallReport report(String request, String reply, String code) {
        return new CallReport(
                "DescribeZones", body(request), null, Duration.ZERO, 200, body(reply), code, "r");
    }

    private static CallBody body(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CallBody.of(bytes, bytes.length);
    }

    private static PaceTable table(String user) {
        return new PaceTable(database(user));
    }

    private static TeamDatabase database(String user) {
        return TeamScripts.database(postgres, user);
    }

    private static int rows(String sql) throws SQLException {
        try (var connection = database("postgres").connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
