package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.emulator.api.state.ZoneSetup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shared folder: seen by every emulator on it, now and later, and intact after a crash. */
final class SharedFolderTest {
    @TempDir Path folder;

    private final EmulatorOptions options =
            EmulatorOptions.defaults()
                    .withVisibilityLag(Duration.ZERO)
                    .withProcessing(Duration.ZERO)
                    .withZones(
                            List.of(
                                    ZoneSetup.of("zone-a", "a.test", "www.a.test")
                                            .withQuota("purge_url", 10, 25)));

    @Test
    void emulatorsOnOneFolderSeeEachOthersJobsAndShareTheQuota() throws IOException {
        try (var one = EmbeddedEdgeOne.start(options.withFolder(folder));
                var two = EmbeddedEdgeOne.start(options.withFolder(folder))) {
            String first = purge(one, 0, 10).path("JobId").stringValue();
            String second = purge(two, 10, 10).path("JobId").stringValue();
            assertThat(one.accepted())
                    .extracting(AcceptedJob::jobId)
                    .containsExactly(first, second);
            assertThat(two.accepted()).isEqualTo(one.accepted());
            assertThat(purge(one, 20, 6).path("Error").path("Code").stringValue())
                    .isEqualTo("LimitExceeded.DailyQuota");
        }
        try (var later = EmbeddedEdgeOne.start(options.withFolder(folder))) {
            assertThat(later.accepted()).hasSize(2);
            String jobId = later.accepted().getFirst().jobId();
            JsonNode tasks =
                    ApiCaller.of(later)
                            .call(
                                    "DescribePurgeTasks",
                                    "{\"ZoneId\":\"zone-a\",\"Filters\":[{\"Name\":\"job-id\","
                                            + "\"Values\":[\""
                                            + jobId
                                            + "\"]}]}");
            assertThat(tasks.path("TotalCount").intValue()).isEqualTo(10);
            assertThat(tasks.path("Tasks").findValuesAsString("Status")).containsOnly("success");
        }
    }

    @Test
    void concurrentRequestsNeverExceedTheQuota() throws Exception {
        try (var one = EmbeddedEdgeOne.start(options.withFolder(folder));
                var two = EmbeddedEdgeOne.start(options.withFolder(folder));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<JsonNode>> purges = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                int from = i * 2;
                var emulator = i % 2 == 0 ? one : two;
                purges.add(() -> purge(emulator, from, 2));
            }
            int taken = 0;
            for (var reply : threads.invokeAll(purges)) {
                JsonNode answer = reply.get();
                if (answer.has("JobId")) {
                    taken++;
                } else {
                    assertThat(answer.path("Error").path("Code").stringValue())
                            .isEqualTo("LimitExceeded.DailyQuota");
                }
            }
            assertThat(taken).isEqualTo(12);
            assertThat(one.accepted()).hasSize(12).isEqualTo(two.accepted());
        }
    }

    @Test
    void processesShareTheQuotaAndOneMayBeKilled() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int from : new int[] {0, 1_000}) {
            processes.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx128m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Purger.class.getName(),
                                    folder.toString(),
                                    String.valueOf(from))
                            .redirectErrorStream(true)
                            .start());
        }
        long taken = 0;
        for (Process process : processes) {
            try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
                String line = reader.readLine();
                assertThat(line).startsWith("accepted ");
                taken += Long.parseLong(line.substring(9));
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(taken).isEqualTo(25);
        try (var after = EmbeddedEdgeOne.start(options.withFolder(folder))) {
            assertThat(after.accepted()).hasSize(25);
            assertThat(after.accepted().stream().map(AcceptedJob::jobId).distinct()).hasSize(25);
        }
    }

    /** A process that purges URL after URL until the quota is used up, then waits to be killed. */
    static final class Purger {
        public static void main(String[] args) throws Exception {
            var test = new SharedFolderTest();
            var emulator = EmbeddedEdgeOne.start(test.options.withFolder(Path.of(args[0])));
            int accepted = 0;
            String code = "";
            for (int i = Integer.parseInt(args[1]); !code.equals("LimitExceeded.DailyQuota"); i++) {
                JsonNode reply = purge(emulator, i, 1);
                accepted += reply.has("JobId") ? 1 : 0;
                code = reply.path("Error").path("Code").stringValue("");
            }
            System.out.println("accepted " + accepted);
            Thread.currentThread().join();
        }

        private Purger() {}
    }

    @Test
    void aLineTornByACrashIsSkipped() throws IOException {
        Path file = folder.resolve("accepted.jsonl");
        try (var before = EmbeddedEdgeOne.start(options.withFolder(folder))) {
            purge(before, 0, 2);
            purge(before, 2, 2);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        try (var after = EmbeddedEdgeOne.start(options.withFolder(folder))) {
            assertThat(after.accepted()).hasSize(1);
            purge(after, 4, 2);
            assertThat(after.accepted()).hasSize(2);
        }
        Files.writeString(file, "{}\n[]\nnull\n{\"jobId\":7}\n", StandardOpenOption.APPEND);
        try (var again = EmbeddedEdgeOne.start(options.withFolder(folder))) {
            assertThat(again.accepted())
                    .extracting(j -> j.targets().getFirst())
                    .containsExactly("http://www.a.test/0", "http://www.a.test/4");
        }
    }

    @Test
    void theLogOfWhatWasAcceptedIsWrittenBeforeTheReply() throws IOException {
        Path log = folder.resolve("log/accepted.jsonl");
        try (var emulator = EmbeddedEdgeOne.start(options.withAcceptedLog(log))) {
            JsonNode reply = purge(emulator, 0, 2);
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            assertThat(lines).hasSize(1);
            JsonNode line = ApiCaller.MAPPER.readTree(lines.getFirst());
            assertThat(line.path("jobId")).isEqualTo(reply.path("JobId"));
            assertThat(line.path("zone").stringValue()).isEqualTo("zone-a");
            assertThat(line.path("type").stringValue()).isEqualTo("purge_url");
            assertThat(line.path("method").stringValue()).isEqualTo("delete");
            assertThat(line.path("targets").size()).isEqualTo(2);
            assertThat(line.path("time").stringValue()).endsWith("Z");
        }
    }

    private static JsonNode purge(EmbeddedEdgeOne emulator, int from, int count)
            throws IOException {
        String targets =
                IntStream.range(from, from + count)
                        .mapToObj(i -> "\"http://www.a.test/" + i + "\"")
                        .collect(Collectors.joining(","));
        return ApiCaller.of(emulator)
                .call(
                        "CreatePurgeTask",
                        "{\"ZoneId\":\"zone-a\",\"Type\":\"purge_url\",\"Targets\":["
                                + targets
                                + "]}");
    }
}
