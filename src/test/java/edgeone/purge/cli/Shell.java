package edgeone.purge.cli;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.call.ApiCall;
import edgeone.purge.emulator.faults.FaultPlan;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user at a command line: the real program with a home folder, and an embedded EdgeOne whose key
 * is in the environment.
 */
public final class Shell implements AutoCloseable {
    public static final String PAGE = "https://www.example.com/";

    /** The parameters in the file {@code call.json} of examples. */
    static final String CALL =
            "{\"ZoneId\":\"zone-2x5demo00001\",\"Type\":\"purge_url\",\"Targets\":[\""
                    + PAGE
                    + "a.txt\"]}";

    public final EmbeddedEdgeOne edgeOne;
    final Path home;
    public final Map<String, String> environment = new HashMap<>();
    public String endpoint;

    public Shell(Path home) {
        this(home, EmulatorOptions.defaults());
    }

    public Shell(Path home, EmulatorOptions options) {
        this.home = home;
        edgeOne = EmbeddedEdgeOne.start(options);
        endpoint = edgeOne.endpoint().toString();
        environment.put("TENCENTCLOUD_SECRET_ID", edgeOne.secretId());
        environment.put("TENCENTCLOUD_SECRET_KEY", edgeOne.secretKey());
    }

    /** An EdgeOne whose tasks do not end while a test runs. */
    public static Shell neverDone(Path home) {
        return new Shell(home, EmulatorOptions.defaults().withProcessing(Duration.ofDays(1)));
    }

    /** Runs in English with JSON against this EdgeOne; one second proves an absence. */
    public Ended run(String... arguments) {
        return withInput(new byte[0], arguments);
    }

    Ended withInput(byte[] input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--lang", "en", "--settle", "0.5"));
        all.addAll(List.of("--endpoint", endpoint, "--home", home.toString()));
        return RealProgram.run(environment, input, all.toArray(String[]::new));
    }

    Ended withInput(String input, String... arguments) {
        return withInput(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** Runs exactly these arguments. */
    Ended plain(String... arguments) {
        return RealProgram.run(environment, new byte[0], arguments);
    }

    public Ended purgeUrls(String... paths) {
        List<String> arguments = new ArrayList<>(List.of("purge", "--type", "purge_url"));
        arguments.addAll(List.of("--zone", "example.com"));
        for (String path : paths) {
            arguments.addAll(List.of("--target", PAGE + path));
        }
        return run(arguments.toArray(String[]::new));
    }

    public void faults(String spec) {
        edgeOne.useFaults(FaultPlan.parse(spec));
    }

    long calls(String action) {
        return edgeOne.calls().stream().map(ApiCall::action).filter(action::equals).count();
    }

    public static String job(Ended ended) {
        return ended.json().get("job").asString();
    }

    public static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    static List<String> strings(JsonNode array, String name) {
        return array.valueStream().map(n -> n.path(name).asString("")).toList();
    }

    @Override
    public void close() {
        edgeOne.close();
    }
}
