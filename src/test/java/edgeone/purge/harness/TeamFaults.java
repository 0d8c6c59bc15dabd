package edgeone.purge.harness;

import edgeone.purge.journal.OpenJournal;
import edgeone.purge.journal.outbox.Outbox;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.TeamRows;
import edgeone.purge.team.audit.TeamCheck;
import edgeone.purge.team.audit.TeamReport;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.db.TeamSchema;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Twenty processes on twenty home folders write and publish at once, while they are killed, the
 * database is killed and started again, and connections are cut, at random. In the end every entry
 * must be there once, in each machine's order, with every chain and every row whole. Prints one
 * line of JSON; exits with 1 if anything is not so.
 */
public final class TeamFaults {
    private static final int MACHINES = 20;
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Path folder;
    private final RealPostgres postgres;
    private final CuttingProxy proxy;
    private final Random random = new Random(Settings.seed());
    private final List<Process> workers = new ArrayList<>();
    private final ObjectNode result = new JsonMapper().createObjectNode();
    private int killed;
    private int crashed;
    private int cut;

    private TeamFaults(Path folder, RealPostgres postgres) throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        proxy = new CuttingProxy(postgres.port());
    }

    public static void main(String[] args) throws Exception {
        boolean shortForm = List.of(args).contains("short");
        Path folder = Files.createTempDirectory("team-faults");
        boolean whole;
        try (RealPostgres postgres = RealPostgres.start(folder)) {
            whole = new TeamFaults(folder, postgres).run(shortForm ? SHORT : LONG);
        }
        System.exit(whole ? 0 : 1);
    }

    private boolean run(Duration length) throws Exception {
        long started = System.nanoTime();
        try (Connection connection = direct().connect()) {
            TeamSchema.migrate(connection);
        }
        for (int n = 0; n < MACHINES; n++) {
            Files.createDirectories(home(n));
            workers.add(worker(n));
        }
        while (System.nanoTime() - started < length.toNanos()) {
            strike();
        }
        for (int n = 0; n < MACHINES; n++) {
            Files.createFile(home(n).resolve("stop"));
            if (!workers.get(n).isAlive()) {
                workers.set(n, worker(n));
            }
        }
        int unfinished = 0;
        for (Process worker : workers) {
            if (worker.waitFor() != 0) {
                unfinished++;
            }
        }
        proxy.close();
        boolean whole = judge(unfinished);
        result.put("seconds", (System.nanoTime() - started) / 1_000_000_000);
        System.out.println(result);
        return whole;
    }

    private Path home(int n) {
        return folder.resolve("home-" + n);
    }

    private TeamDatabase direct() {
        return new TeamDatabase(TeamAddress.of(postgres.url()).orElseThrow(), TeamPassword.NONE);
    }

    private Process worker(int n) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TeamWorker.class.getName(),
                        home(n).toString(),
                        "postgresql://postgres@127.0.0.1:" + proxy.port() + "/team",
                        String.valueOf(random.nextLong()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(
                                folder.resolve("worker-" + n + ".log").toFile()))
                .start();
    }

    private void strike() throws Exception {
        Thread.sleep(random.nextInt(100, 900));
        switch (random.nextInt(6)) {
            case 0 -> {
                postgres.stop();
                Thread.sleep(random.nextInt(1_500));
                postgres.startServer();
                crashed++;
            }
            case 1, 2 -> cut();
            default -> {
                int n = random.nextInt(MACHINES);
                if (workers.get(n).isAlive()) {
                    workers.get(n).destroyForcibly().waitFor();
                    killed++;
                }
                workers.set(n, worker(n));
            }
        }
    }

    /** Waits until there is something to cut. */
    private void cut() throws InterruptedException {
        int before = cut;
        for (int tries = 0; tries < 200 && cut == before; tries++) {
            cut += proxy.cut(random);
            Thread.sleep(5);
        }
    }

    private boolean judge(int unfinished) throws Exception {
        TeamRows rows = new TeamRows(postgres, "team");
        long local = 0;
        int differing = 0;
        TeamReport report = null;
        for (int n = 0; n < MACHINES; n++) {
            try (OpenJournal journal = new OpenJournal(home(n))) {
                List<String> here = entries(journal);
                local += here.size();
                String machine =
                        journal.file()
                                .read(
                                        c ->
                                                Sql.list(
                                                        c,
                                                        r -> r.getString(1),
                                                        "SELECT machine FROM team"))
                                .getFirst();
                List<String> there =
                        rows.list(
                                "SELECT n || '|' || encode(hash, 'hex') FROM entry WHERE machine ="
                                        + " '"
                                        + machine
                                        + "' ORDER BY n");
                differing += here.equals(there) ? 0 : 1;
                if (report == null) {
                    report = new TeamCheck(direct(), new Outbox(journal.file())).check();
                }
            }
        }
        long published = Long.parseLong(rows.list("SELECT count(*) FROM entry").getFirst());
        result.put("scenario", "team").put("seed", Settings.seed()).put("machines", MACHINES);
        result.put("processesKilled", killed).put("databaseKilled", crashed);
        result.put("connectionsCut", cut).put("entriesWritten", local);
        result.put("entriesPublished", published).put("chainsDiffering", differing);
        result.put("machinesInDatabase", report.machines());
        result.put("targets", Long.parseLong(rows.list("SELECT count(*) FROM target").getFirst()));
        result.put("results", Long.parseLong(rows.list("SELECT count(*) FROM result").getFirst()));
        result.put("incomplete", report.incomplete()).put("unfinished", unfinished);
        result.put("broken", String.valueOf(report.broken()));
        boolean whole =
                local == published
                        && differing == 0
                        && unfinished == 0
                        && report.machines() == MACHINES
                        && report.incomplete() == 0
                        && report.broken() == null;
        result.put("whole", whole);
        return whole;
    }

    private static List<String> entries(OpenJournal journal) {
        return journal.file()
                .read(
                        c ->
                                Sql.list(
                                        c,
                                        r -> r.getString(1),
                                        "SELECT n || '|' || lower(hex(hash)) FROM entry ORDER BY"
                                                + " n"));
    }
}
