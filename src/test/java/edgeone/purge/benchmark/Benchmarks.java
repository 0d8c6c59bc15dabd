package edgeone.purge.benchmark;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs every benchmark and prints one JSON document. Ends with 1 where the program misses what is
 * asked of it.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> report = new LinkedHashMap<>();
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("java", Runtime.version().toString());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("machine", machine);
        Throughput.Result throughput = Throughput.measure();
        report.put("throughput", throughput.json());
        report.put("planning", Planning.measure());
        report.put("intake", Intakes.measure());
        Palettes.Result palette = Palettes.measure();
        report.put("palette", palette.json());
        report.put("zoneSearch", ZoneSearch.measure());
        JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        System.out.println(mapper.writeValueAsString(report));
        System.exit(throughput.isGoodEnough() && palette.isGoodEnough() ? 0 : 1);
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
