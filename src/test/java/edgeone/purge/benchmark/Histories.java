package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.engine.read.History;
import edgeone.purge.engine.read.Statistics;
import edgeone.purge.history.JobListing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.list.HistoryRepository;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.model.JobState;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.query.JobFilter;
import edgeone.purge.model.query.JobOrder;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.model.stats.StatsQuestion;
import edgeone.purge.model.stats.Step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** How long the history takes with many jobs: pages, filters, sorts, counts, sums, a large job. */
final class Histories {
    private static final int ROUNDS = 7;
    private static final int PAGE = 50;
    private static final int LARGE = 100_000;
    private static final String TYPED = "example";
    private static final List<String> TEXTS =
            List.of(
                    "site17.example.com",
                    "example.com",
                    "a3f09",
                    "html?v=42",
                    "w",
                    "~",
                    "nowhere at all");

    private Histories() {}

    /** Something to be timed. */
    @FunctionalInterface
    private interface Question {
        Object ask();
    }

    static Map<String, Object> measure(int jobs) throws Exception {
        Path home = Files.createTempDirectory("history-benchmark");
        Map<String, Object> json = new LinkedHashMap<>();
        try {
            int targets = new JournalGenerator(jobs, LARGE).write(home);
            json.put("jobs", jobs);
            json.put("targets", targets);
            json.put("bytesBefore", Files.size(home.resolve("journal.db")));
            long start = System.nanoTime();
            try (Journal journal = Journal.open(home, Clock.systemUTC());
                    Owners owners = Owners.register(home)) {
                json.put("migrationMillis", rounded((System.nanoTime() - start) / 1e6));
                ask(new HistoryRepository(journal, owners), json);
                Repositories all = Repositories.of(journal, owners, Clock.systemUTC());
                History history = new History(all.history(), all.ownership());
                inTheWindow(history, json);
                statistics(history.statistics(), json);
            }
            json.put(
                    "bytesATarget",
                    rounded((double) Files.size(home.resolve("journal.db")) / targets));
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(f -> f.delete());
            }
        }
        return json;
    }

    private static void ask(HistoryRepository history, Map<String, Object> json) {
        JobFilter all = JobFilter.ALL;
        JobOrder newest = JobOrder.NEWEST_FIRST;
        time(json, "first page", () -> history.jobs(all, newest, 0, PAGE));
        time(json, "page in the middle", () -> history.jobs(all, newest, 50_000, PAGE));
        time(json, "counts", () -> history.counts(all));
        JobFilter failed = all.withStates(Set.of(JobState.FAILED));
        time(json, "failed", () -> history.jobs(failed, newest, 0, PAGE));
        time(json, "zone", () -> history.jobs(all.withZone("site3.example.com"), newest, 0, PAGE));
        for (JobOrder.Column column : JobOrder.Column.values()) {
            time(
                    json,
                    "by " + column,
                    () -> history.jobs(all, new JobOrder(column, true), 0, PAGE));
        }
        for (String text : TEXTS) {
            JobFilter with = all.withText(text);
            time(json, "text " + text, () -> history.jobs(with, newest, 0, PAGE));
            time(
                    json,
                    "failed, text " + text,
                    () -> history.jobs(with.withStates(Set.of(JobState.FAILED)), newest, 0, PAGE));
            time(json, "counts, text " + text, () -> history.counts(with));
        }
        List<JobSummary> large =
                history.jobs(all, new JobOrder(JobOrder.Column.TARGETS, true), 0, 1);
        String id = large.getFirst().job().id();
        time(json, "large job", () -> history.job(id));
        time(json, "large job, first rows", () -> history.targets(id, TargetFilter.ALL, 0, 200));
        time(
                json,
                "large job, last rows",
                () -> history.targets(id, TargetFilter.ALL, 99_800, 200));
        time(json, "large job, reasons", () -> history.ends(id));
    }

    /** As the window asks: rows first, then counts; each keystroke stops the search before it. */
    private static void inTheWindow(History history, Map<String, Object> json) {
        JobListing listing = history.listing();
        time(json, "window, first rows", () -> rows(listing, ""));
        for (int end = 1; end <= TYPED.length(); end++) {
            String text = TYPED.substring(0, end);
            time(json, "window, keystroke " + text, () -> rows(listing, text));
            CompletableFuture<Object> _ =
                    CompletableFuture.supplyAsync(
                            () -> listing.ask(filter(text), JobOrder.NEWEST_FIRST).counts(),
                            Thread::startVirtualThread);
        }
        time(json, "window, deep in a search", () -> deep(listing));
    }

    private static List<JobSummary> rows(JobListing listing, String text) {
        return listing.ask(filter(text), JobOrder.NEWEST_FIRST).jobs(0, PAGE);
    }

    private static List<JobSummary> deep(JobListing listing) {
        return listing.ask(filter(TYPED), JobOrder.NEWEST_FIRST).jobs(30_000, PAGE);
    }

    private static JobFilter filter(String text) {
        return JobFilter.ALL.withText(text);
    }

    private static void statistics(Statistics statistics, Map<String, Object> json) {
        ZoneId here = ZoneId.of("Europe/Berlin");
        for (Step step : Step.values()) {
            StatsQuestion all = new StatsQuestion(JobFilter.ALL, here, step);
            time(json, "statistics by " + step, () -> statistics.read(all));
        }
        JobFilter zone = JobFilter.ALL.withZone("site3.example.com");
        time(
                json,
                "statistics of a zone",
                () -> statistics.read(new StatsQuestion(zone, here, Step.DAY)));
    }

    private static void time(Map<String, Object> json, String name, Question question) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Object answer = question.ask();
            millis.add((System.nanoTime() - start) / 1e6);
            if (i == 0 && answer instanceof List<?> list) {
                json.put(name + ", rows", list.size());
            }
        }
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        json.put(name, Arrays.asList(rounded(sorted[ROUNDS / 2]), rounded(sorted[0])));
    }
}
