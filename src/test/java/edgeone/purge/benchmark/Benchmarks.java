package edgeone.purge.benchmark;

import edgeone.purge.probe.verdict.ConfusionMatrix;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs benchmarks and prints one JSON document. Ends with 1 where the program misses what is asked
 * of it.
 */
public final class Benchmarks {
    /** As many as a busy team submits in some years; {@code -Dbenchmark.jobs} asks for others. */
    private static final int JOBS = Integer.getInteger("benchmark.jobs", 100_000);

    private static final int VERIFIED = 5_000;
    private static final int TEAM_JOBS = 200_000;
    private static final int TARGETS_A_JOB = 25;

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("throughput", () -> Throughput.measure().outcome());
        ALL.put("bothKinds", BothKinds::measure);
        ALL.put("sharedPace", SharedPace::measure);
        ALL.put("planning", () -> new Outcome(Planning.measure()));
        ALL.put("intake", () -> new Outcome(Intakes.measure()));
        ALL.put("palette", Palettes::measure);
        ALL.put("zoneSearch", () -> new Outcome(ZoneSearch.measure()));
        ALL.put("submit", () -> new Outcome(Submits.measure()));
        ALL.put("teamSubmit", () -> new Outcome(TeamSubmits.measure()));
        ALL.put("verdicts", Benchmarks::verdicts);
        ALL.put("history", () -> new Outcome(Histories.measure(JOBS)));
        ALL.put("team", Benchmarks::team);
    }

    private Benchmarks() {}

    private static Outcome team() throws Exception {
        return TeamHistories.measure(
                Integer.getInteger("benchmark.team.jobs", TEAM_JOBS), TARGETS_A_JOB);
    }

    private static Outcome verdicts() throws Exception {
        ConfusionMatrix.Result result = ConfusionMatrix.measure(VERIFIED, 17);
        return new Outcome(result.json(), result.isGood());
    }

    /** One of them. */
    @FunctionalInterface
    private interface Benchmark {
        Outcome run() throws Exception;
    }

    /**
     * @param isGoodEnough whether it is what is asked of the program
     */
    record Outcome(Map<String, Object> json, boolean isGoodEnough) {
        Outcome(Map<String, Object> json) {
            this(json, true);
        }
    }

    /**
     * @param arguments the names of those to run, separated by commas; none or {@code all} for all
     */
    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "all" : arguments[0];
        Set<String> names = wanted.equals("all") ? ALL.keySet() : Set.of(wanted.split(","));
        if (!ALL.keySet().containsAll(names)) {
            System.err.println("Benchmarks are: " + String.join(", ", ALL.keySet()));
            System.exit(2);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("java", Runtime.version().toString());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("machine", machine);
        boolean good = true;
        for (Map.Entry<String, Benchmark> each : ALL.entrySet()) {
            if (names.contains(each.getKey())) {
                Outcome outcome = each.getValue().run();
                report.put(each.getKey(), outcome.json());
                good &= outcome.isGoodEnough();
            }
        }
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        System.out.println(mapper.writeValueAsString(report));
        System.exit(good ? 0 : 1);
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
