package edgeone.purge.team.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamScripts;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
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

    /** How close two slots may be at full speed, in microseconds. */
    private static final long APART = 30_000;

    @TempDir private static Path folder;
    private static RealPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealPostgres.start(folder);
        TeamScripts.run(postgres);
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
        List<Long> slots = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            slots.addAll(micros(wang, key, 5));
            slots.addAll(micros(li, key, 3));
        }
        assertThat(slots).hasSizeGreaterThan(20).isSorted().doesNotHaveDuplicates();
        for (int i = 20; i < slots.size(); i++) {
            assertThat(slots.get(i) - slots.get(i - 20)).isGreaterThanOrEqualTo(1_020_000);
        }
        assertThat(slots.get(4) - slots.get(3)).isEqualTo(APART);
        assertThat(take(li, key, "DescribeZones", 1).getFirst()).isLessThan(slots.getLast());
    }

    @Test
    void whoComesWhileMuchIsTakenGetsOneSlot() throws Exception {
        PaceTable wang = table("wang");
        Key key = new Key(ENDPOINT, "busy");
        for (int i = 0; i < 9; i++) {
            micros(wang, key, 5);
        }
        assertThat(micros(wang, key, 5)).hasSize(1);
    }

    @Test
    void aMissedSlotIsCaughtUp() throws Exception {
        PaceTable wang = table("wang");
        Key key = new Key(ENDPOINT, "missed");
        Lease lease = wang.take(key, ACTION, 5, List.of());
        Lease.Slot first = lease.slots().getFirst();
        Lease.Slot last = lease.slots().getLast();
        List<Missed> missed = new ArrayList<>(List.of(new Missed(first, null)));
        lease.slots().subList(1, 5).forEach(slot -> missed.add(new Missed(slot, null)));
        Lease next = wang.take(key, ACTION, 5, missed);
        assertThat(next.slots().getFirst().micros()).isLessThan(last.micros());
        // A request that left later than its slot counts from when it left.
        long late = System.nanoTime();
        long until = next.slots().getFirst().micros();
        wang.take(key, ACTION, 1, List.of(new Missed(next.slots().getFirst(), late)));
        assertThat(rows("SELECT count(*) FROM pace WHERE " + until + " = ANY (taken)")).isZero();
    }

    @Test
    void aClockSetBackHoldsNobodyUp() throws Exception {
        PaceTable wang = table("wang");
        Key key = new Key(ENDPOINT, "back");
        long now = micros(wang, key, 1).getFirst();
        postgres.execute(
                "UPDATE edgeone_purge.pace SET taken = array_fill("
                        + (now + 3_600_000_000L)
                        + "::bigint, ARRAY[20]) WHERE "
                        + now
                        + " = ANY (taken)");
        assertThat(micros(wang, key, 1).getFirst() - now).isBetween(1_000_000L, 10_000_000L);
    }

    @Test
    void keysThatSeeOneZoneAreOneAccount() throws Exception {
        PaceTable wang = table("wang");
        PaceTable li = table("li");
        Key one = new Key(ENDPOINT, "wangs");
        Key other = new Key("https://teo.ap-guangzhou.tencentcloudapi.com", "lis");
        for (int i = 0; i < 3; i++) {
            micros(wang, one, 5);
            micros(li, other, 5);
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
        long mine = micros(wang, one, 1).getFirst();
        assertThat(micros(li, other, 1).getFirst() - mine).isBetween(APART, 3 * APART);
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
        micros(wang, key, 1);
        wang.slow(key, ACTION, OptionalInt.empty());
        li.slow(key, ACTION, OptionalInt.empty());
        assertThat(apart(li, key, ACTION)).isEqualTo(2 * APART);
        li.slow(key, ACTION, OptionalInt.of(5));
        assertThat(apart(wang, key, ACTION)).isEqualTo(4 * APART);
        assertThat(apart(wang, key, "DescribeZones")).isEqualTo(APART);
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
        try (TeamPace machine = new TeamPace(new TeamDatabase(address, TeamPassword.NONE))) {
            send(machine.over(RequestGate.OPEN, ENDPOINT, "gone"), 500, left);
        }
        assertThat(left).hasSize(500);
    }

    @Test
    void aPersonTouchesNothingButByTheFunctions() {
        for (String sql :
                List.of(
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

    private static long apart(PaceTable table, Key key, String action) throws SQLException {
        List<Long> slots = take(table, key, action, 2);
        return slots.get(1) - slots.get(0);
    }

    private static List<Long> micros(PaceTable table, Key key, int wanted) throws SQLException {
        return take(table, key, ACTION, wanted);
    }

    private static List<Long> take(PaceTable table, Key key, String action, int wanted)
            throws SQLException {
        return table.take(key, action, wanted, List.of()).slots().stream()
                .map(Lease.Slot::micros)
                .toList();
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
