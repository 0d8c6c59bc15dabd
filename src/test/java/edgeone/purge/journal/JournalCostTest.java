package edgeone.purge.journal;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.journal.ProgressRepository.Fate;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.journal.sql.Sql;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.TargetState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The cost of work on one batch, in steps of SQLite's virtual machine: independent of the job's
 * size, and growing no faster than the batch.
 */
final class JournalCostTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int STEPS_A_TICK = 20;
    private static final int BATCH = 500;
    private static final int FEW = 2;
    private static final int MANY = 40;

    @TempDir private Path home;
    private Journal journal;
    private Owners owners;
    private Repositories repositories;
    private final AtomicLong ticks = new AtomicLong();

    @BeforeEach
    void open() throws IOException {
        journal = Journal.open(home, CLOCK);
        owners = Owners.register(home);
        repositories = Repositories.of(journal, owners, CLOCK);
        journal.change(this::count);
        journal.read(
                c -> {
                    count(c);
                    return true;
                });
    }

    private void count(Connection connection) throws SQLException {
        ProgressHandler.setHandler(
                connection,
                STEPS_A_TICK,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        ticks.incrementAndGet();
                        return 0;
                    }
                });
    }

    @AfterEach
    void close() {
        journal.close();
        owners.close();
    }

    /** Work on the second batch of a job, with the last one still planned. */
    @FunctionalInterface
    private interface Work {
        void on(String jobId, List<String> targets);
    }

    private record Step(String name, Work work) {}

    private final List<Step> accepted =
            List.of(
                    new Step("targets", (job, _) -> repositories.batches().targets(job, 2)),
                    new Step("startSending", (job, _) -> start(job)),
                    new Step(
                            "accepted",
                            (job, targets) ->
                                    repositories
                                            .batches()
                                            .accepted(job, 2, "t" + job, "r", some(targets))),
                    new Step("inProgress", (job, _) -> repositories.progress().inProgress(job)),
                    new Step(
                            "unsettled",
                            (job, _) -> repositories.progress().unsettledTargets(job, 2)),
                    new Step(
                            "progressed",
                            (job, targets) ->
                                    repositories.progress().progressed(job, 2, fates(targets))));

    private final List<Step> lost =
            List.of(
                    new Step("startSending", (job, _) -> start(job)),
                    new Step(
                            "unknown",
                            (job, _) -> repositories.batches().unknown(job, 2, "c", "m", "r")),
                    new Step(
                            "maybeTaken",
                            (_, _) ->
                                    repositories
                                            .unknown()
                                            .maybeTaken("https://e", "zone-1", "purge_url")),
                    new Step(
                            "provenAbsent",
                            (job, _) -> repositories.unknown().provenAbsent(job, 2)),
                    new Step("startSending again", (job, _) -> start(job)),
                    new Step(
                            "unknown again",
                            (job, _) -> repositories.batches().unknown(job, 2, "c", "m", "r")),
                    new Step(
                            "adopt",
                            (job, targets) ->
                                    repositories
                                            .unknown()
                                            .adopt(
                                                    job,
                                                    2,
                                                    "t" + job,
                                                    new HashSet<>(some(targets).keySet()),
                                                    "lost")));

    private final List<Step> refused =
            List.of(
                    new Step("startSending", (job, _) -> start(job)),
                    new Step(
                            "allTargetsRefused",
                            (job, targets) ->
                                    repositories
                                            .batches()
                                            .allTargetsRefused(job, 2, "r", all(targets))));

    private final List<Step> refusedForGood =
            List.of(
                    new Step("startSending", (job, _) -> start(job)),
                    new Step(
                            "backToPlanned",
                            (job, _) ->
                                    repositories
                                            .batches()
                                            .backToPlanned(job, 2, "c", "m", "r", true)),
                    new Step("startSending again", (job, _) -> start(job)),
                    new Step(
                            "refused",
                            (job, _) -> repositories.batches().refused(job, 2, "c", "m", "r")));

    private final List<Step> triesUsedUp =
            List.of(
                    new Step("startSending", (job, _) -> start(job)),
                    new Step("heldBack", (job, _) -> repositories.batches().heldBack(job, 2)),
                    new Step(
                            "triesUsedUp", (job, _) -> repositories.batches().triesUsedUp(job, 2)));

    private void start(String jobId) {
        repositories.batches().startSending(jobId, 2, Instant.now(), Instant.now());
    }

    private static Map<String, String> some(List<String> targets) {
        return all(targets.subList(0, targets.size() / 2));
    }

    private static Map<String, String> all(List<String> targets) {
        Map<String, String> reasons = new HashMap<>();
        targets.forEach(target -> reasons.put(target, "because of " + target));
        return reasons;
    }

    private static Map<String, Fate> fates(List<String> targets) {
        Map<String, Fate> fates = new HashMap<>();
        targets.forEach(t -> fates.put(t, new Fate(TargetState.SUCCEEDED, null, null)));
        return fates;
    }

    /** Counts the SQLite steps of each step of {@code work} on a batch of a new job. */
    private Map<String, Long> cost(List<Step> work, String jobId, int batches, int size) {
        List<List<String>> lists =
                IntStream.range(0, batches)
                        .mapToObj(
                                b ->
                                        IntStream.range(0, size)
                                                .mapToObj(i -> "https://e/" + b + "/" + i)
                                                .toList())
                        .toList();
        repositories.jobs().create(job(jobId), lists);
        Map<String, Long> cost = new HashMap<>();
        for (Step step : work) {
            long before = ticks.get();
            step.work().on(jobId, lists.get(1));
            cost.put(step.name(), STEPS_A_TICK * (ticks.get() - before));
        }
        return cost;
    }

    private static Job job(String id) {
        return new Job(
                id,
                Instant.parse("2026-11-20T10:00:00Z"),
                "a",
                "id of a",
                "f",
                "https://e",
                "zone-1",
                "example.com",
                PurgeType.URL,
                null,
                List.of(),
                null);
    }

    @Test
    void workOnABatchCostsTheSameInALargeJob() {
        each(
                work -> {
                    Map<String, Long> small = cost(work, "small" + ticks, FEW, BATCH);
                    Map<String, Long> large = cost(work, "large" + ticks, MANY, BATCH);
                    small.forEach(
                            (step, steps) ->
                                    assertThat(large.get(step))
                                            .as(step)
                                            .isLessThanOrEqualTo(2 * steps + 2_000));
                });
    }

    @Test
    void workOnABatchGrowsNoFasterThanTheBatch() {
        each(
                work -> {
                    Map<String, Long> small = cost(work, "small" + ticks, FEW + 1, BATCH);
                    Map<String, Long> large = cost(work, "large" + ticks, FEW + 1, 4 * BATCH);
                    small.forEach(
                            (step, steps) ->
                                    assertThat(large.get(step))
                                            .as(step)
                                            .isLessThanOrEqualTo(5 * steps + 2_000));
                });
    }

    /** What looks for batches that are not settled never reads those that are. */
    @Test
    void whatIsOpenIsFoundAtTheSameCostAmongManyBatches() {
        Map<String, Runnable> looks =
                Map.of(
                        "settleOrphans",
                        () -> repositories.ownership().settleOrphans(),
                        "maybeTaken",
                        () -> repositories.unknown().maybeTaken("https://e", "zone-1", "purge_url"),
                        "open",
                        () -> repositories.jobs().open());
        Map<String, Long> alone = new HashMap<>();
        looks.forEach((name, look) -> alone.put(name, steps(look)));
        repositories.jobs().create(job("settled"), List.of(List.of("https://e/")));
        journal.change(
                c -> {
                    for (int n = 2; n <= 3_000; n++) {
                        Sql.update(
                                c,
                                "INSERT INTO batch (job_id, n, state, targets) VALUES ('settled',"
                                        + " ?, 'accepted', 1)",
                                n);
                    }
                    Sql.update(c, "UPDATE batch SET state = 'accepted'");
                });
        looks.forEach(
                (name, look) ->
                        assertThat(steps(look))
                                .as(name)
                                .isLessThanOrEqualTo(2 * alone.get(name) + 1_000));
    }

    private long steps(Runnable work) {
        long before = ticks.get();
        work.run();
        return STEPS_A_TICK * (ticks.get() - before);
    }

    private void each(Consumer<List<Step>> test) {
        List.of(accepted, lost, refused, refusedForGood, triesUsedUp).forEach(test);
    }
}
