package edgeone.purge.benchmark;

import edgeone.purge.engine.Consent;
import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.BatchState;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.Zone;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.pace.TeamPace;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.Fingerprint;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The console of one member of a team: {@code HOME ENDPOINT SECRETID SECRETKEY DATABASE BATCHES},
 * with {@code -} for no database. Plans, says so, purges at the first byte of standard input, and
 * prints how many batches EdgeOne accepted.
 */
final class PacingProcess {
    private PacingProcess() {}

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        TeoEndpoint endpoint = TeoEndpoint.of(args[1]);
        Credentials key = new Credentials(args[2], args[3], null);
        String fingerprint = Fingerprint.of(key.secretId());
        try (PacedGate machine =
                new PacedGate(home.resolve("rate"), fingerprint, PacedGate.DOCUMENTED_LIMIT)) {
            if (args[4].equals("-")) {
                run(args, home, connection(endpoint, key, machine));
                return;
            }
            TeamDatabase database =
                    new TeamDatabase(TeamAddress.of(args[4]).orElseThrow(), TeamPassword.NONE);
            try (TeamPace team = new TeamPace(database)) {
                RequestGate gate = team.over(machine, endpoint.url(), fingerprint);
                Connection connection = connection(endpoint, key, gate);
                run(args, home, connection.heard(team.watch(endpoint.url(), fingerprint)));
            }
        }
    }

    private static Connection connection(TeoEndpoint endpoint, Credentials key, RequestGate gate) {
        TeoClient client =
                new HttpTeoClient(
                        endpoint,
                        () -> key,
                        gate,
                        Clock.systemUTC(),
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null);
        String fingerprint = Fingerprint.of(key.secretId());
        return new Connection(
                "pace", "pace", fingerprint, endpoint.url(), SafetyLevel.NORMAL, false, client);
    }

    private static void run(String[] args, Path home, Connection connection) throws Exception {
        Clock clock = Clock.systemUTC();
        try (Journal journal = Journal.open(home, clock);
                Owners owners = Owners.register(home);
                TeoClient _ = connection.client()) {
            PurgeEngine engine =
                    new PurgeEngine(
                            Repositories.of(journal, owners, clock),
                            Timing.standard(Duration.ofSeconds(10)),
                            clock);
            Plan plan = plan(engine, connection, Integer.parseInt(args[5]));
            System.out.println("ready");
            System.in.read();
            RunResult result =
                    engine.submit(
                            connection,
                            plan,
                            new Consent(false, null),
                            Progress.SILENT,
                            new RunControl());
            System.out.println(
                    result.batches().stream()
                            .filter(b -> b.state() == BatchState.ACCEPTED)
                            .count());
        }
    }

    private static Plan plan(PurgeEngine engine, Connection connection, int batches)
            throws Exception {
        Zone zone = engine.zones(connection).getFirst();
        String text =
                IntStream.range(0, batches * Workbench.TARGETS_A_BATCH)
                        .mapToObj(i -> Workbench.PAGE + i)
                        .collect(Collectors.joining("\n"));
        return engine.plan(
                new PurgeDraft(zone, PurgeType.URL, null, text, List.of(), false),
                engine.facts(connection, zone));
    }
}
