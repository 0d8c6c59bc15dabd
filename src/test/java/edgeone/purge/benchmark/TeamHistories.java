package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.history.JobListing;
import edgeone.purge.model.JobState;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.team.RealPostgres;
import edgeone.purge.team.db.TeamAddress;
import edgeone.purge.team.db.TeamDatabase;
import edgeone.purge.team.db.TeamPassword;
import edgeone.purge.team.read.TeamHistory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How long a team's history takes, each beside plain SQL that brings the same rows. */
final class TeamHistories {
    private static final int ROUNDS = 5;
    private static final int PAGE = 40;
    private static final double FIRST_ROWS_MILLIS = 300;
    private static final double FILTER_MILLIS = 500;

    private final TeamHistory history;
    private final Connection plain;
    private final Map<String, Object> json = new LinkedHashMap<>();
    private boolean good = true;

    private TeamHistories(TeamHistory history, Connection plain) {
        this.history = history;
        this.plain = plain;
    }

    /** Something to be timed. */
    @FunctionalInterface
    private interface Question {
        void ask() throws SQLException;
    }

    static Benchmarks.Outcome measure(int jobs, int targetsAJob) throws Exception {
        Path folder = Files.createTempDirectory("team-benchmark");
        try (RealPostgres postgres = RealPostgres.start(folder)) {
            TeamDatabase database =
                    new TeamDatabase(
                            TeamAddress.of(postgres.url()).orElseThrow(), TeamPassword.NONE);
            try (Connection connection = database.answeringWithin(600).connect();
                    TeamHistory history = new TeamHistory(database, database)) {
                TeamHistories asked = new TeamHistories(history, connection);
                long start = System.nanoTime();
                long targets = new TeamGenerator(connection, jobs, targetsAJob).write();
                asked.json.put("jobs", jobs);
                asked.json.put("targets", targets);
                asked.json.put("filledInSeconds", rounded((System.nanoTime() - start) / 1e9));
                asked.ask();
                asked.json.put("megabytes", asked.megabytes());
                return new Benchmarks.Outcome(asked.json, asked.good);
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(f -> f.delete());
            }
        }
    }

    private void ask() throws SQLException {
        JobFilter all = JobFilter.ALL;
        page("first rows", FIRST_ROWS_MILLIS, all, "true");
        page(
                "state failed",
                FILTER_MILLIS,
                all.withStates(Set.of(JobState.PARTLY_FAILED)),
                "state = 'partly_failed'");
        page("zone", FILTER_MILLIS, all.withZone("zone-17"), "zone_id = 'zone-17'");
        for (String text : new String[] {"site17.example.com", "html", "a3f09", "nowhere", "w"}) {
            page(
                    "text " + text,
                    FILTER_MILLIS,
                    all.withText(text),
                    "(id, created_at) IN (SELECT job_id, created_at FROM target WHERE target LIKE"
                            + " '%"
                            + text
                            + "%')");
        }
        time(
                "counts",
                FILTER_MILLIS,
                () -> history.counts(all),
                "SELECT state, count(*) FROM job GROUP BY state");
        for (String text : new String[] {"site17.example.com", "html", "a3f09"}) {
            // Told after the rows; nobody waits for it.
            time(
                    "counts, text " + text,
                    Double.MAX_VALUE,
                    () -> history.counts(all.withText(text)),
                    "SELECT state, count(*) FROM job WHERE (id, created_at) IN (SELECT job_id,"
                            + " created_at FROM target WHERE target LIKE '%"
                            + text
                            + "%') GROUP BY"
                            + " state");
        }
        time(
                "by targets",
                FILTER_MILLIS,
                () -> history.jobs(all, new JobOrder(JobOrder.Column.TARGETS, true), 0, PAGE),
                "SELECT * FROM job ORDER BY n_targets DESC LIMIT " + PAGE);
        String id = history.jobs(all, JobOrder.NEWEST_FIRST, 1_000, 1).getFirst().job().id();
        time(
                "targets of a job",
                FIRST_ROWS_MILLIS,
                () -> history.targets(id, TargetFilter.ALL, 0, PAGE),
                "SELECT * FROM target WHERE job_id = '" + id + "' ORDER BY position LIMIT " + PAGE);
    }

    private void page(String name, double longest, JobFilter filter, String condition)
            throws SQLException {
        JobListing listing = history.listing();
        time(
                name,
                longest,
                () -> listing.ask(filter, JobOrder.NEWEST_FIRST).jobs(0, PAGE),
                "SELECT * FROM job WHERE "
                        + condition
                        + " ORDER BY created_at DESC, id DESC LIMIT "
                        + PAGE);
    }

    private void time(String name, double longest, Question question, String sql)
            throws SQLException {
        double millis = median(question);
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("millis", rounded(millis));
        of.put("plainSqlMillis", rounded(median(() -> read(sql))));
        json.put(name, of);
        good &= millis <= longest;
    }

    private static double median(Question question) throws SQLException {
        double[] millis = new double[ROUNDS];
        question.ask();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.ask();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }

    private void read(String sql) throws SQLException {
        try (ResultSet rows = plain.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    private Map<String, Object> megabytes() throws SQLException {
        Map<String, Object> sizes = new LinkedHashMap<>();
        try (ResultSet rows =
                plain.createStatement()
                        .executeQuery(
                                "SELECT inhparent::regclass::text,"
                                    + " sum(pg_total_relation_size(inhrelid)) FROM pg_inherits JOIN"
                                    + " pg_class ON pg_class.oid = inhparent AND relkind = 'p'"
                                    + " GROUP BY 1 ORDER BY 1")) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rounded(rows.getLong(2) / 1e6));
            }
        }
        return sizes;
    }
}
