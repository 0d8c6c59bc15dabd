package edgeone.purge.cli.purge.origin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.probe.EdgeOptions;
import edgeone.purge.engine.origin.OldBytes;
import edgeone.purge.engine.origin.OriginOrder;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.messages.Language;
import edgeone.purge.messages.Messages;
import edgeone.purge.probe.EdgeAccess;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.http.HttpAsker;
import edgeone.purge.probe.origin.OriginPlace;
import edgeone.purge.teo.net.NetworkOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Waiting at the gate, with a real server that is edge ({@code www}) and origin at once. */
final class AskedGateTest {
    private static final List<String> TARGETS = List.of("http://www.example.com/a");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger asked = new AtomicInteger();
    private final RunControl control = new RunControl();
    private HttpServer server;

    /** Serves the n-th request of the second host. */
    private volatile Origin origin = _ -> "old";

    @FunctionalInterface
    private interface Origin {
        String body(int n);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("EO-Cache-Status", "HIT");
                    reply(exchange, "old");
                });
        server.createContext(
                "/origin/", exchange -> reply(exchange, origin.body(asked.incrementAndGet())));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void reply(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** As Ctrl+C does, while it waits to ask again. */
    @Test
    void interruptedNothingGoesThrough() throws Exception {
        origin =
                n -> {
                    if (n == 2) {
                        control.keep();
                    }
                    return "old";
                };
        assertThat(gate(OldBytes.WAIT, Duration.ofSeconds(30)).lets(TARGETS, control)).isFalse();
        assertThat(asked).hasValue(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Refused.Interrupted");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Nothing was sent");
    }

    /** Even where old bytes are no reason to stop, and where the origin has the new ones. */
    @Test
    void interruptedAtTheFirstQuestionNothingGoesThroughEither() throws Exception {
        origin =
                _ -> {
                    control.keep();
                    return "new";
                };
        assertThat(gate(OldBytes.SEND, Duration.ofHours(1)).lets(TARGETS, control)).isFalse();
    }

    /** The edge is asked once: it may fetch the new bytes itself while the origin is waited for. */
    @Test
    void newBytesEndTheWait() throws Exception {
        origin = n -> n < 3 ? "old" : "new";
        assertThat(gate(OldBytes.WAIT, Duration.ofSeconds(20)).lets(TARGETS, control)).isTrue();
        assertThat(asked).hasValue(3);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Asking the origin again in 1 s", "still old 0, unknown 0, new 1");
    }

    private AskedGate gate(OldBytes old, Duration patience) {
        String here = "127.0.0.1:" + server.getAddress().getPort();
        EdgeAccess access =
                new EdgeAccess(
                        manner -> new HttpAsker(NetworkOptions.defaults(), manner),
                        true,
                        List.of(EdgeAddress.of(here).orElseThrow()));
        return new AskedGate(
                access,
                new EdgeOptions(),
                new OriginOrder(
                        OriginPlace.of("http://" + here + "/origin").orElseThrow(), old, patience),
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Messages.in(Language.ENGLISH),
                        true));
    }
}
