package edgeone.purge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import edgeone.purge.app.RealProgram.Ended;
import edgeone.purge.emulator.EmulatorOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** {@code purge --check-origin}, with the origin of the embedded EdgeOne and with a second host. */
final class OriginCliTest {
    private static final String PAGE = "http://www.example.com/a.txt";
    private static final String HELD = "/a.txt of www.example.com\n";

    @TempDir private Path folder;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Shell shell;

    @BeforeEach
    void open() {
        shell =
                new Shell(
                        folder.resolve("home"),
                        EmulatorOptions.defaults()
                                .withClock(() -> Instant.now().plus(ahead.get())));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theOldBytesStopIt() throws IOException {
        fill();
        Ended ended = purge(origin());
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.json().get("originOld").valueStream().map(n -> n.asString()))
                .containsExactly(PAGE);
        assertThat(ended.json().at("/error/code").asString()).isEqualTo("Refused.OriginOld");
        assertThat(ended.err())
                .contains(
                        "same bytes as the edge for 1 of 1 target:",
                        "\n  " + PAGE + "\n",
                        "Nothing was sent.",
                        "--origin-old send");
        assertNothingSent();
    }

    @Test
    void newBytesLetItThrough() throws IOException {
        fill();
        deploy();
        Ended ended = purge(origin());
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(Shell.names(ended.json())).doesNotContain("originOld");
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void whatTheEdgeDoesNotHoldLetsItThrough() {
        assertThat(purge(origin()).exit()).isZero();
    }

    @Test
    void itWaitsForAnOriginThatDeploysLate() throws IOException {
        fill();
        shell.faults("Origin:late=60");
        deploy();
        Thread.ofVirtual().start(this::passTimeOnceAsked);
        Ended ended = purge(origin(), "--origin-old", "wait", "--origin-wait", "30");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains("still old 1,", "Asking the origin again", "new 1");
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void itDoesNotWaitForever() throws IOException {
        fill();
        Ended ended = purge(origin(), "--origin-old", "wait", "--origin-wait", "1");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.json().get("originOld").size()).isEqualTo(1);
        assertThat(ended.err()).contains("after 1 s of waiting", "--origin-wait");
        assertNothingSent();
    }

    @Test
    void theOldBytesAreSaidAndPurged() throws IOException {
        fill();
        Ended ended = purge(origin(), "--origin-old", "send");
        assertThat(ended.exit()).as(ended.toString()).isZero();
        assertThat(ended.err()).contains(PAGE, "Purging anyway");
        assertThat(shell.edgeOne.accepted()).hasSize(1);
    }

    @Test
    void anOriginThatDoesNotAnswerStopsIt() throws IOException {
        fill();
        Ended ended = purge("127.0.0.1:1");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.json().get("originOld")).isEmpty();
        assertThat(Shell.strings(ended.json().get("originUnknown"), "reason"))
                .containsExactly("origin_failed");
        assertThat(ended.err()).contains("The origin did not answer. No connection.");
        assertNothingSent();
    }

    /** Below another address, which says whether it was asked for the right path. */
    @Test
    void aSecondHostIsAskedBelowItsPath() throws IOException {
        fill();
        try (SecondHost host = new SecondHost(200)) {
            Ended ended = purge(host.base());
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
            assertThat(ended.json().get("originOld").size()).isEqualTo(1);
            assertThat(host.asked).containsExactly("/site/a.txt");
        }
    }

    @Test
    void aRedirectIsNotFollowedAndStopsIt() throws IOException {
        fill();
        try (SecondHost host = new SecondHost(302)) {
            Ended ended = purge(host.base());
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
            assertThat(Shell.strings(ended.json().get("originUnknown"), "reason"))
                    .containsExactly("redirect");
            assertThat(host.asked).hasSize(1);
            assertNothingSent();
        }
    }

    @Test
    void aLongListIsAskedForItsSample() throws IOException {
        Path list = folder.resolve("urls.txt");
        Files.write(
                list,
                IntStream.range(0, 2_000).mapToObj(n -> "http://www.example.com/" + n).toList());
        try (SecondHost host = new SecondHost(500)) {
            List<String> arguments = new ArrayList<>(command(host.base()));
            arguments.addAll(List.of("--targets-file", list.toString(), "--sample", "7"));
            Ended ended = shell.run(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
            assertThat(ended.json().get("originUnknown").size()).isEqualTo(7);
            assertThat(ended.err())
                    .contains("Probing 7 of 2,000 targets", "7 of 7 targets")
                    .contains("and 2 more");
            assertThat(host.asked).hasSize(7);
        }
    }

    /** One job a zone or none: nothing is recorded of any. */
    @Test
    void sortedByZoneItIsAskedOnceForAll() throws IOException {
        fill();
        Ended ended =
                shell.run(
                        "purge",
                        "--zone",
                        "auto",
                        "--type",
                        "purge_url",
                        "--edge",
                        edge(),
                        "--target",
                        PAGE,
                        "--check-origin",
                        origin());
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.json().get("originOld").size()).isEqualTo(1);
        assertNothingSent();
    }

    @Test
    void itSpeaksChinese() throws IOException {
        fill();
        Ended ended =
                shell.plain(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_url",
                        "--target",
                        PAGE,
                        "--edge",
                        edge(),
                        "--check-origin",
                        origin(),
                        "--lang",
                        "zh",
                        "--endpoint",
                        shell.endpoint,
                        "--home",
                        folder.resolve("home").toString());
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("1 个目标中有 1 个，源站提供的内容仍与边缘节点相同", PAGE);
    }

    @Test
    void whatCannotBeCheckedIsRefused() {
        String here = origin();
        for (List<String> wrong :
                List.of(
                        List.of("--origin-old", "stop"),
                        List.of("--origin-wait", "5"),
                        List.of("--check-origin", "a b"),
                        List.of("--check-origin", "https://u:p@origin.example.com"),
                        List.of("--check-origin", here, "--origin-old", "perhaps"),
                        List.of("--check-origin", here, "--origin-wait", "5"),
                        List.of(
                                "--check-origin",
                                here,
                                "--origin-old",
                                "wait",
                                "--origin-wait",
                                "0"))) {
            List<String> arguments =
                    new ArrayList<>(List.of("purge", "--zone", "example.com", "--target", PAGE));
            arguments.addAll(List.of("--type", "purge_url"));
            arguments.addAll(wrong);
            Ended ended = shell.run(arguments.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.toString()).isEqualTo(2);
            assertThat(ended.err()).as(wrong.toString()).contains("Nothing was sent");
        }
        Ended host =
                shell.run(
                        "purge",
                        "--zone",
                        "example.com",
                        "--type",
                        "purge_host",
                        "--target",
                        "www.example.com",
                        "--yes",
                        "--check-origin",
                        here);
        assertThat(host.exit()).isEqualTo(2);
        assertThat(host.err()).contains("--check-origin works with purge_url only");
        assertThat(shell.edgeOne.accepted()).isEmpty();
    }

    private Ended purge(String origin, String... more) {
        List<String> arguments = new ArrayList<>(command(origin));
        arguments.addAll(List.of("--target", PAGE));
        arguments.addAll(List.of(more));
        return shell.run(arguments.toArray(String[]::new));
    }

    private List<String> command(String origin) {
        return List.of(
                "purge",
                "--zone",
                "example.com",
                "--type",
                "purge_url",
                "--edge",
                edge(),
                "--check-origin",
                origin);
    }

    /** Passes a minute once the origin was asked for the page: after the edge and the change. */
    private void passTimeOnceAsked() {
        try {
            String log = "";
            while (log.split("\"path\":\"/a.txt\"", -1).length <= 3) {
                log = send(shell.edgeOne.origin(), "GET", "/_log", "");
            }
            ahead.set(Duration.ofSeconds(61));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the edge fetch the page. */
    private void fill() throws IOException {
        assertThat(send(URI.create(edge()), "GET", "/a.txt", "")).contains(HELD);
    }

    /** Changes the page at the origin. */
    private void deploy() throws IOException {
        assertThat(send(shell.edgeOne.origin(), "PUT", "/a.txt", "new\n")).contains("changed");
    }

    private static String send(URI server, String method, String path, String body)
            throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String request =
                    method
                            + " "
                            + path
                            + " HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n"
                            + "Content-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertNothingSent() {
        assertThat(shell.edgeOne.accepted()).isEmpty();
        assertThat(shell.run("jobs").json().get("total").asInt()).isZero();
    }

    private String edge() {
        return shell.edgeOne.edgeNodes().getFirst().toString();
    }

    private String origin() {
        return "127.0.0.1:" + shell.edgeOne.origin().getPort();
    }

    /** Serves what the edge holds below {@code /site/}, with any status. */
    private static final class SecondHost implements AutoCloseable {
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        SecondHost(int status) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            asked.add(exchange.getRequestURI().toString());
                            exchange.getResponseHeaders().set("Location", "/elsewhere");
                            byte[] body = HELD.getBytes(StandardCharsets.UTF_8);
                            exchange.sendResponseHeaders(status, body.length);
                            exchange.getResponseBody().write(body);
                        }
                    });
            server.start();
        }

        String base() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/site/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
