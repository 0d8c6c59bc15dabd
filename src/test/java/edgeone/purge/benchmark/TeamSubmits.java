package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;
import edgeone.purge.team.publish.Background;
import edgeone.purge.team.publish.Installation;
import edgeone.purge.team.publish.Publisher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the journal takes of a purge of 100,000 targets, recorded and then sent and accepted, with
 * and without a team's database, in turn. With one, the window's background publishes meanwhile.
 */
final class TeamSubmits {
    private static final int TARGETS = 100_000;
    private static final int BATCH = 500;
    private static final int ROUNDS = 8;
    private static final List<String> PARTS = List.of("recorded", "sentAndAccepted");

    private TeamSubmits() {}

    static Map<String, Object> measure() throws Exception {
        Path folder = Files.createTempDirectory("team-submits");
        List<List<String>> batches =
                IntStream.range(0, TARGETS / BATCH)
                        .mapToObj(
                                b ->
                                        IntStream.range(0, BATCH)
                                                .mapToObj(
                                                        i ->
                                                                "https://www.example.com/"
                                                                        + b
                                                                        + "/"
                                                                        + i)
                                                .toList())
                        .toList();
        List<double[]> without = new ArrayList<>();
        List<double[]> with = new ArrayList<>();
        try (RealPostgres postgres = RealPostgres.start(folder);
                OpenJournal plain = new OpenJournal(folder.resolve("plain"));
                OpenJournal team = new OpenJournal(folder.resolve("team"))) {
            TeamDatabase database =
                    new TeamDatabase(
                            TeamAddress.of(postgres.url()).orElseThrow(), TeamPassword.NONE);
            try (Connection connection = database.connect()) {
                TeamSchema.migrate(connection);
            }
            Outbox outbox = new Outbox(team.file());
            Publisher publisher =
                    new Publisher(
                            outbox, new Installation("host", "user", "1.0"), Clock.systemUTC());
            try (Background _ =
                    Background.start(
                            () -> Optional.of(database), outbox, publisher, published -> {})) {
                for (int round = 0; round < ROUNDS; round++) {
                    without.add(millis(plain, "job-" + round, batches));
                    with.add(millis(team, "job-" + round, batches));
                    while (publisher.publish(database).pending() > 0) {
                        Thread.onSpinWait();
                    }
                }
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("targets", TARGETS);
        for (int part = 0; part < PARTS.size(); part++) {
            double plain = median(without, part);
            double team = median(with, part);
            json.put(PARTS.get(part) + "WithoutMillis", rounded(plain));
            json.put(PARTS.get(part) + "WithMillis", rounded(team));
            json.put(PARTS.get(part) + "ApartPercent", rounded(100 * (team / plain - 1)));
        }
        return json;
    }

    /** Milliseconds of each part. */
    private static double[] millis(OpenJournal journal, String job, List<List<String>> batches) {
        long started = System.nanoTime();
        journal.jobs.create(OpenJournal.job(job), batches);
        long recorded = System.nanoTime();
        for (int n = 1; n <= batches.size(); n++) {
            journal.send(job, n);
            journal.batches.accepted(job, n, "task-" + job + n, null, Map.of());
        }
        return new double[] {(recorded - started) / 1e6, (System.nanoTime() - recorded) / 1e6};
    }

    /** Without the first, which warms up. */
    private static double median(List<double[]> all, int part) {
        return all.stream()
                .skip(1)
                .mapToDouble(parts -> parts[part])
                .sorted()
                .skip((all.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }
}
