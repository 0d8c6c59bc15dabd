package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.TargetReader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How long 100,000 pasted lines take until they are read, and until they are planned. */
final class Planning {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 20;

    private Planning() {}

    static Map<String, Object> measure() throws Exception {
        String text = lines();
        List<Double> reading = new ArrayList<>();
        List<Double> planning = new ArrayList<>();
        try (Workbench bench = new Workbench(Duration.ZERO)) {
            Zone zone = bench.engine.zones(bench.connection).getFirst();
            ZoneFacts facts = bench.engine.facts(bench.connection, zone);
            PurgeDraft draft = new PurgeDraft(zone, PurgeType.URL, null, text, List.of(), false);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                TargetList list = TargetReader.read(PurgeType.URL, text, facts.hosts());
                long read = System.nanoTime();
                Plan plan = bench.engine.plan(draft, facts);
                long planned = System.nanoTime();
                if (!plan.sendable() || plan.targets() != list.targets().size()) {
                    throw new IllegalStateException(plan.refusals().toString());
                }
                reading.add((read - start) / 1e6);
                planning.add((planned - read) / 1e6);
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("lines", LINES);
            json.put("bytes", text.length());
            json.put(
                    "targets",
                    TargetReader.read(PurgeType.URL, text, facts.hosts()).targets().size());
            json.put("read", figures(reading));
            json.put("readAndPlan", figures(planning));
            return json;
        }
    }

    private static Map<String, Object> figures(List<Double> millis) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("firstMillis", rounded(millis.getFirst()));
        figures.put("medianMillis", rounded(millis.stream().sorted().toList().get(ROUNDS / 2)));
        figures.put("bestMillis", rounded(millis.stream().sorted().toList().getFirst()));
        return figures;
    }

    /** As people paste them: some twice, some to be rewritten, most as they should be. */
    private static String lines() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            int page = random.nextInt(20) == 0 ? random.nextInt(i + 1) : i;
            text.append(random.nextInt(50) == 0 ? "HTTPS://WWW.Example.com/" : Workbench.PAGE)
                    .append(page)
                    .append(random.nextInt(30) == 0 ? "/über uns" : "/index.html?v=")
                    .append(page % 7)
                    .append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }
}
