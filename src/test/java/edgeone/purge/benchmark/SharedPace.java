package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamScripts;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Four consoles, each with a home folder and a key of its own, purge in one account at the same
 * time: with the pace they share through the team's database, and with each machine's own alone.
 */
final class SharedPace {
    private static final int PROCESSES = 4;
    private static final int BATCHES = 75;
    private static final Duration LATENCY = Duration.ofMillis(100);

    /** What is left of 20 a second with the margin that keeps clear of refusals. */
    private static final double WANTED = 19;

    private SharedPace() {}

    static Benchmarks.Outcome measure() throws Exception {
        Path folder = Files.createTempDirectory("shared-pace");
        try (RealPostgres postgres = RealPostgres.start(folder)) {
            TeamScripts.run(postgres);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("processes", PROCESSES);
            json.put("keys", PROCESSES);
            json.put("batches", PROCESSES * BATCHES);
            json.put("limitPerSecond", 20);
            json.put("latencyMillis", LATENCY.toMillis());
            Result with = run(folder.resolve("with"), postgres.url());
            Result without = run(folder.resolve("without"), "-");
            json.put("withDatabase", with.json());
            json.put("withoutDatabase", without.json());
            boolean good =
                    with.refused() == 0
                            && with.perSecond() >= WANTED
                            && with.accepted() == PROCESSES * BATCHES
                            && without.accepted() == PROCESSES * BATCHES;
            json.put("goodEnough", good);
            return new Benchmarks.Outcome(json, good);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * @param seconds from the first request accepted to the last
     * @param most requests accepted in any one second
     */
    private record Result(int accepted, int refused, double seconds, int most) {
        double perSecond() {
            return (accepted - 1) / seconds;
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("accepted", accepted);
            json.put("refused", refused);
            json.put("seconds", rounded(seconds));
            json.put("perSecond", rounded(perSecond()));
            json.put("mostInOneSecond", most);
            return json;
        }
    }

    private static Result run(Path folder, String database) throws Exception {
        List<ApiKey> keys = new ArrayList<>();
        for (int p = 0; p < PROCESSES; p++) {
            keys.add(new ApiKey("AKIDpaceShared" + p, "secretKeyOfPaceShared" + p, null));
        }
        ZoneSetup zone =
                ZoneSetup.of("zone-benchmark", "example.com", "www.example.com")
                        .withQuota("purge_url", Workbench.TARGETS_A_BATCH, 1_000_000);
        EmulatorOptions options =
                EmulatorOptions.defaults()
                        .withLatency(LATENCY)
                        .withZones(List.of(zone))
                        .withKeys(keys)
                        .withRateOfAccount(true);
        try (EmbeddedEdgeOne edgeOne = EmbeddedEdgeOne.start(options)) {
            List<Process> processes = new ArrayList<>();
            List<BufferedReader> outputs = new ArrayList<>();
            for (int p = 0; p < PROCESSES; p++) {
                Path home = Files.createDirectories(folder.resolve("home" + p));
                Process process = start(home, edgeOne, keys.get(p), database);
                processes.add(process);
                outputs.add(process.inputReader());
            }
            for (BufferedReader output : outputs) {
                expect("ready", output);
            }
            for (Process process : processes) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
            for (BufferedReader output : outputs) {
                expect(String.valueOf(BATCHES), output);
            }
            for (Process process : processes) {
                process.waitFor();
            }
            return result(edgeOne.calls());
        }
    }

    private static Process start(Path home, EmbeddedEdgeOne edgeOne, ApiKey key, String database)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PacingProcess.class.getName(),
                        home.toString(),
                        edgeOne.endpoint().toString(),
                        key.secretId(),
                        key.secretKey(),
                        database,
                        String.valueOf(BATCHES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void expect(String line, BufferedReader output) throws IOException {
        String told = output.readLine();
        if (!line.equals(told)) {
            throw new IOException("a process says " + told + " instead of " + line);
        }
    }

    private static Result result(List<ApiCall> calls) {
        List<ApiCall> purges =
                calls.stream().filter(c -> c.action().equals("CreatePurgeTask")).toList();
        List<Instant> accepted =
                purges.stream().filter(c -> c.error().isEmpty()).map(ApiCall::at).sorted().toList();
        int refused =
                (int)
                        purges.stream()
                                .filter(c -> c.error().startsWith("RequestLimitExceeded"))
                                .count();
        int most = 0;
        for (int i = 0; i < accepted.size(); i++) {
            Instant end = accepted.get(i).plusSeconds(1);
            int n = i;
            while (n < accepted.size() && accepted.get(n).isBefore(end)) {
                n++;
            }
            most = Math.max(most, n - i);
        }
        Duration whole = Duration.between(accepted.getFirst(), accepted.getLast());
        return new Result(accepted.size(), refused, whole.toNanos() / 1e9, most);
    }
}
