package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.benchmark.Benchmarks.Outcome;
import edgeone.purge.emulator.api.state.AcceptedJob;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A purge and a prefetch of 100 batches each, sent at the same time. */
final class BothKinds {
    private static final int BATCHES = 100;
    private static final Duration LATENCY = Duration.ofMillis(100);

    private BothKinds() {}

    static Outcome measure() throws Exception {
        try (Workbench bench = new Workbench(LATENCY);
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            Plan purge = plan(bench, PurgeType.URL);
            Plan prefetch = plan(bench, PurgeType.PREFETCH);
            long start = System.nanoTime();
            List<Future<RunResult>> runs =
                    List.of(
                            both.submit(() -> send(bench, purge)),
                            both.submit(() -> send(bench, prefetch)));
            for (Future<RunResult> run : runs) {
                run.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long prefetches =
                    bench.edgeOne.accepted().stream().filter(AcceptedJob::isPrefetch).count();
            long purges = bench.edgeOne.accepted().size() - prefetches;
            long refused = Throughput.limitExceeded(bench.edgeOne);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("batchesOfEach", BATCHES);
            json.put("seconds", rounded(seconds));
            json.put("perSecondOfEach", rounded(BATCHES / seconds));
            json.put("purges", purges);
            json.put("prefetches", prefetches);
            json.put("limitExceeded", refused);
            return new Outcome(json, refused == 0 && purges == BATCHES && prefetches == BATCHES);
        }
    }

    private static RunResult send(Workbench bench, Plan plan) throws Exception {
        return bench.engine.submit(
                bench.connection,
                plan,
                new Consent(false, null),
                Progress.SILENT,
                new RunControl());
    }

    private static Plan plan(Workbench bench, PurgeType type) throws Exception {
        Zone zone = bench.engine.zones(bench.connection).getFirst();
        String text =
                IntStream.range(0, BATCHES * Workbench.TARGETS_A_BATCH)
                        .mapToObj(i -> Workbench.PAGE + i)
                        .collect(Collectors.joining("\n"));
        return bench.engine.plan(
                new PurgeDraft(zone, type, null, text, List.of(), false),
                bench.engine.facts(bench.connection, zone));
    }
}
