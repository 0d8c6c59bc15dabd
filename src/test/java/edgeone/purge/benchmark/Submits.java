package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the journal takes of a purge of 100,000 targets: recorded, sent, accepted. */
final class Submits {
    private static final int ROUNDS = 7;
    private static final int BATCHES = 100;
    private static final int BATCH = 1_000;

    private Submits() {}

    static Map<String, Object> measure() throws Exception {
        Path home = Files.createTempDirectory("submit-benchmark");
        List<Double> created = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        try (Journal journal = Journal.open(home, Clock.systemUTC());
                Owners owners = Owners.register(home)) {
            Repositories all = Repositories.of(journal, owners, Clock.systemUTC());
            Random random = new Random(20_261_126);
            for (int round = 0; round <= ROUNDS; round++) {
                String id = "round-" + round;
                List<List<String>> batches = batches(random);
                long start = System.nanoTime();
                all.jobs().create(job(id), batches);
                long recorded = System.nanoTime();
                for (int n = 1; n <= BATCHES; n++) {
                    all.batches().startSending(id, n, Instant.now(), Instant.now());
                    all.batches().accepted(id, n, "t" + id + n, "r" + n, Map.of());
                }
                if (round > 0) {
                    created.add((recorded - start) / 1e6);
                    answered.add((System.nanoTime() - recorded) / 1e6);
                }
            }
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("targets", BATCHES * BATCH);
        json.put("recordedMillis", median(created));
        json.put("sentAndAcceptedMillis", median(answered));
        return json;
    }

    private static double median(List<Double> millis) {
        return rounded(millis.stream().sorted().toList().get(millis.size() / 2));
    }

    private static List<List<String>> batches(Random random) {
        List<List<String>> batches = new ArrayList<>();
        for (int n = 0; n < BATCHES; n++) {
            List<String> targets = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                targets.add(
                        "https://www.example.com/%s/%s/%06x.html?v=%d"
                                .formatted(
                                        Integer.toString(random.nextInt(40), 36),
                                        Integer.toString(random.nextInt(20_000), 36),
                                        random.nextInt(1 << 24),
                                        random.nextInt(100)));
            }
            batches.add(targets);
        }
        return batches;
    }

    private static Job job(String id) {
        return new Job(
                id,
                Instant.now(),
                "a",
                "id of a",
                "f",
                JournalGenerator.ENDPOINT,
                "zone-1",
                "example.com",
                PurgeType.URL,
                null,
                List.of(),
                null);
    }
}
