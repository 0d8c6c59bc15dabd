package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.app.RealProgram;
import edgeone.purge.app.RealProgram.Ended;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code probe}, against the embedded edge. */
final class ProbeCliTest {
    private static final String PAGE = Shell.PAGE + "a.txt";

    @TempDir private Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("home"));
        shell.environment.clear();
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** No key is in the environment. */
    @Test
    void tellsWhatEachEdgeAnswers() {
        Ended ended = probe("--target", PAGE, "--times", "2");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        List<JsonNode> probes = list(ended);
        assertThat(probes).hasSize(4);
        assertThat(probes)
                .allSatisfy(
                        probe -> {
                            assertThat(Shell.names(probe))
                                    .containsExactly(
                                            "target",
                                            "edge",
                                            "http",
                                            "cacheStatus",
                                            "age",
                                            "date",
                                            "etag",
                                            "lastModified",
                                            "bytes",
                                            "logId",
                                            "ms");
                            assertThat(probe.get("target").asString()).isEqualTo(PAGE);
                            assertThat(probe.get("http").asInt()).isEqualTo(206);
                            assertThat(probe.get("bytes").asInt()).isEqualTo(26);
                        });
        assertThat(Shell.strings(ended.json().get("probes"), "edge"))
                .containsExactly(node(0), node(1), node(0), node(1));
    }

    @Test
    void theWholeObjectHasAHash() {
        Ended ended = probe("--target", PAGE, "--full");
        assertThat(list(ended).getFirst().get("sha256").asString()).hasSize(64);
        assertThat(list(ended).getFirst().get("http").asInt()).isEqualTo(200);
    }

    @Test
    void oneWithoutAnAnswerIsToldAndTheOthersAreAsked() {
        shell.faults("Edge:drop@nth=1");
        Ended ended = probe("--target", PAGE, "--target", Shell.PAGE);
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        JsonNode error = list(ended).getFirst().get("error");
        assertThat(error.get("code").asString()).isEqualTo("broken");
        assertThat(error.get("message").asString()).contains("connection broke");
        assertThat(list(ended).getLast().get("http").asInt()).isEqualTo(206);
        shell.faults("Edge:drop");
        assertThat(probe("--target", PAGE).exit()).isEqualTo(4);
    }

    @Test
    void aSampleOfAMillionIsTheSameEachTime() throws IOException {
        Path list = folder.resolve("million.txt");
        Files.writeString(
                list,
                IntStream.range(0, 1_000_000)
                        .mapToObj(n -> Shell.PAGE + n)
                        .collect(Collectors.joining("\n")));
        Ended ended = probe("--targets-file", list.toString(), "--sample", "3");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("Probing 3 of 1,000,000 targets", "seed 1");
        List<String> asked = Shell.strings(ended.json().get("probes"), "target");
        assertThat(asked).hasSize(6);
        Ended again = probe("--targets-file", list.toString(), "--sample", "3");
        assertThat(Shell.strings(again.json().get("probes"), "target")).isEqualTo(asked);
    }

    @Test
    void privateAddressesAreAskedOnlyOnDemand() {
        String[] elsewhere = {
            "probe",
            "--json",
            "--lang",
            "en",
            "--endpoint",
            "https://teo.example.com",
            "--home",
            folder.resolve("other").toString(),
            "--target",
            "http://localhost:" + port() + "/"
        };
        Ended refused = RealProgram.run(Map.of(), new byte[0], elsewhere);
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(4);
        assertThat(list(refused).getFirst().get("error").get("code").asString())
                .isEqualTo("private_address");
        List<String> allowed = new ArrayList<>(List.of(elsewhere));
        allowed.add("--allow-private");
        Ended asked = RealProgram.run(Map.of(), new byte[0], allowed.toArray(String[]::new));
        assertThat(asked.exit()).as(asked.toString()).isZero();
    }

    @Test
    void textTellsTheSameOnALine() {
        Ended ended =
                shell.plain(
                        "probe",
                        "--lang",
                        "en",
                        "--home",
                        folder.resolve("demo").toString(),
                        "--target",
                        PAGE,
                        "--target",
                        "logo.png");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(3);
        assertThat(ended.err()).contains("demo: nothing real is purged");
        assertThat(ended.out()).contains(PAGE + "  206  MISS  age 0  26 B", "at http://127.0.0.1");
        assertThat(ended.out()).contains("logo.png  Not an address to ask for.");
    }

    @Test
    void wrongOptionsAreRefused() {
        for (List<String> wrong :
                List.of(
                        List.<String>of(),
                        List.of("--target", PAGE, "--edge", "a b"),
                        List.of("--target", PAGE, "--edge", "http://203.0.113.7"),
                        List.of("--target", PAGE, "--sample", "0"),
                        List.of("--target", PAGE, "--times", "0"))) {
            List<String> arguments = new ArrayList<>(List.of("probe"));
            arguments.addAll(wrong);
            Ended ended = shell.run(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        }
    }

    private Ended probe(String... more) {
        List<String> arguments = new ArrayList<>(List.of("probe"));
        arguments.addAll(List.of("--edge", node(0), "--edge", node(1)));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    private String node(int number) {
        return shell.edgeOne.edgeNodes().get(number).toString();
    }

    private int port() {
        URI edge = shell.edgeOne.edge();
        return edge.getPort();
    }

    private static List<JsonNode> list(Ended ended) {
        assertThat(ended.json().has("probes")).as(ended.toString()).isTrue();
        return ended.json().get("probes").valueStream().toList();
    }
}
