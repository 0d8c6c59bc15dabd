package edgeone.purge.ui;

import edgeone.purge.engine.TeamPorts;
import edgeone.purge.engine.release.Asker;
import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.model.Job;
import edgeone.purge.model.Origin;
import edgeone.purge.model.Provenance;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;
import edgeone.purge.model.Zone;
import edgeone.purge.secrets.StoreKind;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamScripts;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.desk.TeamDesk;
import edgeone.purge.team.publish.Installation;
import edgeone.purge.team.publish.Publisher;
import edgeone.purge.team.release.TeamLately;
import edgeone.purge.team.release.TeamReleases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The colleagues in the pictures of the tour, in a real database. */
final class TourTeam implements AutoCloseable {
    private final RealPostgres postgres;
    private final Path folder;

    TourTeam(Path folder) throws Exception {
        this.folder = folder;
        postgres = RealPostgres.start(folder);
        TeamScripts.run(postgres);
        TeamScripts.people(postgres, "wang", "zhao", "li");
    }

    private TeamDatabase of(String user) {
        return TeamScripts.database(postgres, user);
    }

    /** What the engine of the person in the pictures asks of the team. */
    TeamPorts ports() {
        TeamDatabase mine = of("li");
        return new TeamPorts(
                new TeamReleases(() -> Optional.of(mine), () -> 30),
                new TeamLately(() -> Optional.of(mine)));
    }

    /** Sets it up for the person in the pictures. */
    void setUp(TeamDesk desk) throws Exception {
        desk.set(TeamAddress.of(postgres.url("li")).orElseThrow(), StoreKind.FILE, null);
        desk.publishAll();
    }

    /** Colleagues purge, and one asks for a release. */
    void work(LiveConsole live) throws Exception {
        Path journals = Files.createDirectories(folder.resolve("journals"));
        Zone zone =
                new Zone(live.edgeOne().zones().getFirst().id(), "example.com", "", "", "", false);
        try (OpenJournal zhao = new OpenJournal(journals.resolve("zhao"));
                OpenJournal wang = new OpenJournal(journals.resolve("wang"))) {
            purge(zhao, live, "zhao", "build-2", 3, 3, Duration.ofHours(26));
            purge(zhao, live, "zhao", "build-2", 240, 236, Duration.ofHours(3));
            purge(wang, live, "wang", "desk-7", 9_000, 2_100, Duration.ofMinutes(2));
            publish(zhao, "zhao", "build-2");
            publish(wang, "wang", "desk-7");
        }
        new TeamReleases(() -> Optional.of(of("wang")), () -> 30)
                .ask(
                        new WidePurge(
                                live.connection().endpoint(),
                                zone,
                                PurgeType.HOST,
                                PurgeMethod.DELETE,
                                List.of("www.example.com", "shop.example.com")),
                        new Asker("wang", "desk-7", "shop", "INC-4711 wrong prices"),
                        false);
    }

    /** A job of which the first targets are purged; of the oldest two the rest failed. */
    private static void purge(
            OpenJournal journal,
            LiveConsole live,
            String person,
            String host,
            int targets,
            int done,
            Duration ago) {
        String id =
                "2611%02d-0900%02d-%s0000".formatted(ago.toHours() % 30, targets % 60, "teamab");
        List<String> urls =
                IntStream.range(0, targets)
                        .mapToObj(n -> "https://www.example.com/products/" + n + ".html")
                        .toList();
        journal.jobs.create(
                new Job(
                                id,
                                Instant.now().minus(ago),
                                "shop",
                                "account of " + person,
                                "fingerprint",
                                live.connection().endpoint(),
                                live.edgeOne().zones().getFirst().id(),
                                "example.com",
                                PurgeType.URL,
                                null,
                                List.of(),
                                null)
                        .from(
                                new Provenance(
                                        Origin.HERE, "OPS-1042", person, host, "1.0.0", "4xyz")),
                List.of(urls));
        journal.send(id, 1);
        journal.batches.accepted(id, 1, "task-of-" + id, "request-of-" + id, Map.of());
        boolean running = ago.toMinutes() < 60;
        journal.progress.progressed(
                id,
                1,
                IntStream.range(0, running ? done : targets)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        urls::get,
                                        n ->
                                                n < done
                                                        ? new Fate(
                                                                TargetState.SUCCEEDED, null, null)
                                                        : new Fate(
                                                                TargetState.FAILED,
                                                                "internal error",
                                                                null))));
    }

    private void publish(OpenJournal journal, String person, String host) {
        new Publisher(
                        new Outbox(journal.file()),
                        new Installation(host, person, "1.0.0"),
                        Clock.systemUTC())
                .publish(of(person));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
