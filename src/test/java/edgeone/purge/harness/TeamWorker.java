package edgeone.purge.harness;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.model.TargetState;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.publish.Installation;
import edgeone.purge.team.publish.Published;
import edgeone.purge.team.publish.Publisher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A process of the team harness: writes jobs to its journal and publishes them, until a file {@code
 * stop} is in its home folder; then publishes the rest. Ends with 0 once nothing waits.
 */
public final class TeamWorker {
    private TeamWorker() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Random random = new Random(Long.parseLong(args[2]));
        TeamDatabase database =
                new TeamDatabase(TeamAddress.of(args[1]).orElseThrow(), TeamPassword.NONE)
                        .answeringWithin(10);
        try (OpenJournal journal = new OpenJournal(home)) {
            Publisher publisher =
                    new Publisher(
                            new Outbox(journal.file()),
                            new Installation("host", home.getFileName().toString(), "1.0"),
                            Clock.systemUTC());
            boolean stop = false;
            while (true) {
                if (!stop) {
                    purge(journal, random);
                }
                Published published = publisher.publish(database);
                if (stop && published.pending() == 0 && published.trouble() == null) {
                    return;
                }
                Thread.sleep(random.nextInt(200));
                stop = Files.exists(home.resolve("stop"));
            }
        }
    }

    private static void purge(OpenJournal journal, Random random) {
        String job = "job-" + UUID.randomUUID();
        int size = random.nextInt(40) == 0 ? 6_000 : 1 + random.nextInt(30);
        List<String> targets =
                IntStream.range(0, size).mapToObj(i -> "https://" + job + "/" + i).toList();
        journal.create(job, targets, List.of("https://" + job + "/last"));
        journal.send(job, 1);
        if (random.nextInt(4) == 0) {
            return;
        }
        journal.batches.accepted(job, 1, "task-" + job, null, Map.of());
        Map<String, Fate> fates = new HashMap<>();
        for (String target : targets) {
            if (random.nextInt(3) > 0) {
                fates.put(target, new Fate(TargetState.SUCCEEDED, null, null));
            }
        }
        journal.progress.progressed(job, 1, fates);
    }
}
