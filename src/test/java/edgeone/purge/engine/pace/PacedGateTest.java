package edgeone.purge.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The gate in virtual time: hours pass in seconds, and every run is the same. */
final class PacedGateTest {
    private static final String KEY = "0123456789ab";
    private static final String ACTION = "CreatePurgeTask";
    private static final long SECOND = Pace.SECOND;

    @TempDir Path folder;

    private final List<PacedGate> gates = new ArrayList<>();
    private final VirtualTime time = new VirtualTime(1);

    @AfterEach
    void close() {
        gates.forEach(PacedGate::close);
    }

    @Test
    void noSecondHasMoreThanTwentyWhateverTheArrivals() throws Exception {
        time.latest = 3_000;
        time.hiccup = 50;
        Random random = new Random(2);
        PacedGate gate = gate();
        for (int pattern = 0; pattern < 10_000; pattern++) {
            long longestGap = new long[] {1, 10_000, 60_000, 200_000}[random.nextInt(4)];
            long arrival = time.wallMicros() + random.nextLong(2 * SECOND);
            List<Long> grants = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                arrival += random.nextLong(longestGap);
                time.pass(Math.max(0, arrival - time.wallMicros()));
                grants.add(gate.grant(ACTION));
            }
            assertWindows(grants, 20);
        }
    }

    @Test
    void waitingProcessesShareTheLimit() throws Exception {
        time.latest = 3_000;
        Random random = new Random(3);
        List<PacedGate> processes = List.of(gate(), gate(), gate());
        List<Long> grants = new ArrayList<>();
        int[] depth = {0};
        time.meanwhile =
                () -> {
                    // Another process takes slots while this one waits, so this one is late.
                    if (depth[0] < 2 && random.nextInt(3) == 0) {
                        depth[0]++;
                        int slots = random.nextInt(20) == 0 ? 25 : 1;
                        for (int i = 0; i < slots; i++) {
                            grants.add(granted(processes.get(depth[0])));
                        }
                        depth[0]--;
                    }
                };
        for (int i = 0; i < 3_000; i++) {
            grants.add(processes.get(0).grant(ACTION));
            if (random.nextInt(10) == 0) {
                time.pass(random.nextLong(200_000));
            }
        }
        assertThat(grants.size()).isGreaterThan(4_000);
        assertWindows(grants, 20);
    }

    @Test
    void lateTimersAndSlowCallersDoNotLowerTheRate() throws Exception {
        time.latest = 4_000;
        PacedGate gate = gate();
        Random random = new Random(4);
        long start = gate.grant(ACTION);
        int requests = 2_000;
        for (int i = 0; i < requests; i++) {
            time.pass(random.nextLong(50_000));
            gate.grant(ACTION);
        }
        double rate = requests * (double) SECOND / (time.wallMicros() - start);
        assertThat(rate).isBetween(0.97 * 20, 20.0);
    }

    /** The bytes are delayed between gate and wire, as on a busy machine. */
    @Test
    void aLateRequestMovesLaterSlots() throws Exception {
        Random random = new Random(8);
        PacedGate gate = gate();
        List<Long> departures = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Runnable left = gate.open(ACTION);
            if (random.nextInt(10) == 0) {
                time.pass(random.nextLong(300_000));
            }
            departures.add(time.wallMicros());
            left.run();
        }
        assertWindows(departures, 20);
    }

    /** However a server counts, and in whatever order the network delivers. */
    @Test
    void noServerCountsMoreThanTwentyInASecond() throws Exception {
        time.latest = 6_000;
        time.hiccup = 40;
        Random random = new Random(6);
        PacedGate gate = gate();
        List<Long> arrivals = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(30) == 0) {
                time.pass(random.nextLong(SECOND));
            }
            arrivals.add(gate.grant(ACTION) + random.nextLong(17_000));
        }
        Collections.sort(arrivals);
        for (int i = 20; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - 20)).isGreaterThan(SECOND);
        }
        long[] offsets = {0, 1, 250_000, 500_000, 999_999};
        for (long offset : offsets) {
            Map<Long, Long> seconds =
                    arrivals.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            a -> (a + offset) / SECOND, Collectors.counting()));
            assertThat(Collections.max(seconds.values())).isLessThanOrEqualTo(20);
        }
    }

    /** 200 requests would take 9.95 s if they left every 50 ms. */
    @Test
    void twoHundredRequestsLoseLessThanTwoPercent() throws Exception {
        for (int latest : new int[] {0, 1_000, 6_000}) {
            VirtualTime late = new VirtualTime(7);
            late.latest = Math.max(1, latest);
            try (PacedGate gate =
                    new PacedGate(folder.resolve(String.valueOf(latest)), KEY, 20, late)) {
                long first = gate.grant(ACTION);
                long last = first;
                for (int i = 1; i < 200; i++) {
                    last = gate.grant(ACTION);
                }
                assertThat((last - first) / 9_950_000.0)
                        .as("timers up to %d us late", latest)
                        .isLessThan(1.02);
            }
        }
    }

    @Test
    void actionsAndKeysHaveTheirOwnLimit() throws Exception {
        PacedGate gate = gate();
        PacedGate other = new PacedGate(folder, "ba9876543210", 20, time);
        gates.add(other);
        long start = time.wallMicros();
        gate.grant(ACTION);
        gate.grant("DescribePurgeTasks");
        other.grant(ACTION);
        assertThat(time.wallMicros()).isEqualTo(start);
        gate.grant(ACTION);
        assertThat(time.wallMicros()).isEqualTo(start + 30_000);
    }

    @Test
    void purgesAndPrefetchesHaveTwentyASecondEach() throws Exception {
        PacedGate gate = gate();
        List<Long> purges = new ArrayList<>();
        List<Long> prefetches = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            purges.add(gate.grant("CreatePurgeTask"));
            prefetches.add(gate.grant("CreatePrefetchTask"));
        }
        assertWindows(purges, 20);
        assertWindows(prefetches, 20);
        assertThat(prefetches.getLast() - purges.getFirst()).isLessThan(11 * SECOND);
    }

    @Test
    void aNamedLimitIsKeptForMinutesAndThenProbed() throws Exception {
        PacedGate gate = gate();
        PacedGate neighbour = gate();
        saturate(gate, SECOND);
        neighbour.throttled(
                ACTION,
                "Your current request times equals to `11` in a second, which exceeds the frequency"
                        + " limit `10` for a second. Please reduce the frequency of calls.");
        assertThat(saturate(gate, 60 * SECOND)).isBetween(9.6, 10.0);
        assertThat(saturate(gate, 230 * SECOND)).isBetween(9.6, 10.0);
        saturate(gate, 15 * SECOND);
        double probing = saturate(gate, 20 * SECOND);
        assertThat(probing).isBetween(10.1, 17.0);
        saturate(gate, 60 * SECOND);
        assertThat(saturate(gate, 60 * SECOND)).isBetween(19.3, 20.0);
    }

    @Test
    void withoutANumberTheRateHalvesAndRecoversStepByStep() throws Exception {
        PacedGate gate = gate();
        saturate(gate, SECOND);
        for (int i = 0; i < 8; i++) {
            gate.throttled(ACTION, "slow down");
        }
        assertThat(saturate(gate, 4 * SECOND)).as("one refusal for 8 at once").isBetween(9.0, 10.0);
        assertThat(saturate(gate, 10 * SECOND)).isBetween(10.0, 13.0);
        saturate(gate, 60 * SECOND);
        assertThat(saturate(gate, 10 * SECOND)).isBetween(19.3, 20.0);
        for (int i = 0; i < 20; i++) {
            gate.throttled(ACTION, "exceeds the frequency limit `20` for a second");
            time.pass(2 * SECOND);
        }
        assertThat(saturate(gate, 4 * SECOND)).as("never slower than 1/s").isBetween(0.7, 1.3);
    }

    @Test
    void theServersMessageIsParsed() {
        assertThat(PacedGate.namedLimit("exceeds the frequency limit `5` for a second"))
                .hasValue(5);
        assertThat(PacedGate.namedLimit("您当前每秒请求 `3` 次，超过了每秒频率上限 `2` 次。")).hasValue(2);
        assertThat(PacedGate.namedLimit("Your current request times equals to `21`")).isEmpty();
        assertThat(PacedGate.namedLimit("frequency limit `99999999999`")).isEmpty();
        assertThat(PacedGate.namedLimit("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "pace2 1 2 3",
                "pace2 9223372036854775807 20000 0 0 20000 0 0 58e44b7f",
                "pace2 1 -1 0 0 1 0 896129d7",
                "\u0000\u0000\u0000\u0000\u0000\u0000"
            })
    void aNonsensicalFileCausesNeitherStallNorBurst(String rubbish) throws Exception {
        PacedGate gate = gate();
        List<Long> grants = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            if (i % 7 == 3) {
                Files.writeString(file(), rubbish);
            }
            grants.add(gate.grant(ACTION));
        }
        assertWindows(grants, 20);
        assertThat(grants.getLast() - grants.getFirst()).isLessThan(9 * SECOND);
    }

    @Test
    void aFileTornAtAnyByteIsDetected() throws Exception {
        Pace older = full(1_111_111_111_111_111L);
        Pace newer = older.take(2_222_222_222_222_222L, 20).after();
        for (int cut = 0; cut <= PaceLine.BYTES; cut++) {
            byte[] torn = PaceLine.encode(older);
            System.arraycopy(PaceLine.encode(newer), 0, torn, 0, cut);
            assertThat(PaceLine.decode(torn, 20).orElse(newer)).isIn(older, newer);
        }
        assertThat(PaceLine.decode(PaceLine.encode(newer), 20)).contains(newer);
    }

    /** After more slots than are remembered, each as late as possible. */
    private static Pace full(long from) {
        Pace pace = Pace.fresh(from, 20);
        for (int i = 0; i < 30; i++) {
            Pace.Slot slot = pace.take(from, 20);
            pace = slot.after().leftLate(slot.at(), slot.at() + 30_000);
        }
        for (int i = 0; i < 30; i++) {
            pace = pace.take(from, 20).after();
        }
        return pace;
    }

    @Test
    void aSlotFarAheadIsNotAwaited() throws Exception {
        PacedGate gate = gate();
        gate.grant(ACTION);
        Pace absurd = Pace.fresh(time.wallMicros() + 3_600 * SECOND, 20);
        Files.write(file(), PaceLine.encode(absurd));
        long before = time.wallMicros();
        gate.grant(ACTION);
        assertThat(time.wallMicros() - before).isBetween(30_000L, 500_000L);
    }

    @Test
    void aClockSetForwardAndBackCausesNeitherStallNorBurst() throws Exception {
        PacedGate gate = gate();
        Random random = new Random(5);
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(25) == 0) {
                time.stepWall(random.nextLong(-7_200 * SECOND, 7_200 * SECOND));
            }
            long before = time.nanos();
            gate.grant(ACTION);
            assertThat(time.nanos() - before).isLessThan(11 * SECOND * 1_000);
            nanos.add(time.nanos() / 1_000);
        }
        assertWindows(nanos, 20);
    }

    @Test
    void aMachineThatSleptTakesNewSlots() throws Exception {
        PacedGate gate = gate();
        saturate(gate, SECOND);
        List<Long> grants = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean sleeps = i == 10;
            time.meanwhile = () -> time.stepWall(sleeps ? 3_000 * SECOND : 0);
            grants.add(gate.grant(ACTION));
        }
        assertWindows(grants, 20);
        assertThat(grants.getLast()).isGreaterThan(grants.getFirst() + 3_000 * SECOND);
    }

    @Test
    void anUnwritableFolderLeavesThisProcessPaced() throws Exception {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "");
        PacedGate gate = new PacedGate(blocked.resolve("rate"), KEY, 20, time);
        gates.add(gate);
        List<Long> grants = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            grants.add(gate.grant(ACTION));
        }
        assertWindows(grants, 20);
        assertThat(grants.getLast() - grants.getFirst()).isEqualTo(4 * 1_020_000L + 19 * 30_000L);
    }

    @Test
    void anInterruptEndsTheWaitWithoutHarm() throws Exception {
        PacedGate gate = new PacedGate(folder, KEY, 1);
        gates.add(gate);
        gate.await(ACTION);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.await(ACTION)).isInstanceOf(InterruptedException.class);
        Thread waiting =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        assertThatThrownBy(
                                                        () -> {
                                                            gate.await(ACTION);
                                                            gate.await(ACTION);
                                                        })
                                                .isInstanceOf(InterruptedException.class));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        waiting.join();
        gate.await(ACTION);
    }

    @Test
    void strangeNamesNeverReachTheFileSystem() {
        assertThatThrownBy(() -> new PacedGate(folder, "../x", 20))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate().await("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private PacedGate gate() {
        PacedGate gate = new PacedGate(folder, KEY, 20, time);
        gates.add(gate);
        return gate;
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElse(folder.resolve(KEY + "-" + ACTION + ".pace"));
        }
    }

    private double saturate(PacedGate gate, long micros) throws InterruptedException {
        long start = time.wallMicros();
        int requests = 0;
        while (time.wallMicros() - start < micros) {
            gate.grant(ACTION);
            requests++;
        }
        return requests * (double) SECOND / (time.wallMicros() - start);
    }

    private static long granted(PacedGate gate) {
        try {
            return gate.grant(ACTION);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any {@code limit + 1} requests must take clearly more than a second. */
    static void assertWindows(List<Long> grants, int limit) {
        List<Long> sorted = new ArrayList<>(grants);
        Collections.sort(sorted);
        for (int i = limit; i < sorted.size(); i++) {
            long took = sorted.get(i) - sorted.get(i - limit);
            if (took < 1_017_000) {
                assertThat(took)
                        .as("%d requests from %d on", limit + 1, i - limit)
                        .isGreaterThan(1_017_000);
            }
        }
    }
}
