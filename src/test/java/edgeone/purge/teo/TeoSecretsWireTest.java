package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Neither the most verbose log nor an exception shows a key, a token or a body. */
final class TeoSecretsWireTest {
    private static final Credentials CANARIES =
            new Credentials("AKIDcanaryid", "canarykey", "canarytoken");

    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("edgeone.purge");
    private final Logger http = Logger.getLogger("okhttp3");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    lines.add(entry.getMessage() + " " + entry.getThrown());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private TeoWire wire;

    @BeforeEach
    void start() throws Exception {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        ours.setLevel(Level.ALL);
        http.setLevel(Level.ALL);
        wire = TeoWire.start();
        wire.credentials(() -> CANARIES).network(TeoWire.quick(Duration.ofMillis(300)));
    }

    @AfterEach
    void stop() {
        wire.close();
        root.removeHandler(handler);
        ours.setLevel(null);
        http.setLevel(null);
    }

    @Test
    void noPathShowsASecret() {
        PurgeOrder order =
                new PurgeOrder(
                        "zone-1",
                        edgeone.purge.model.PurgeType.URL,
                        null,
                        List.of("http://a.test/canarybody"),
                        List.of());
        wire.reply("{\"Response\":{\"JobId\":\"j\",\"RequestId\":\"rid-ok\"}}");
        wire.reply("{\"Response\":{\"Error\":{\"Code\":\"InternalError\"},\"RequestId\":\"r\"}}");
        wire.reply("<html>canarybody</html>");
        wire.server().enqueue(TeoWire.ok("canarybody").code(500).build());
        wire.server()
                .enqueue(
                        TeoWire.ok("")
                                .onResponseStart(mockwebserver3.SocketEffect.Stall.INSTANCE)
                                .build());
        StringWriter said = new StringWriter();
        for (int i = 0; i < 5; i++) {
            Throwable thrown = catchThrowable(() -> wire.client().createPurgeTask(order));
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(said));
            }
        }
        said.append(CANARIES.toString());
        assertThat(lines)
                .anyMatch(
                        l ->
                                l.contains("CreatePurgeTask http://localhost:")
                                        && l.contains("rid-ok"))
                .anyMatch(l -> l.contains("InternalError"))
                .anyMatch(l -> l.contains("Reply.NotJson"))
                .anyMatch(l -> l.contains("Http.500"))
                .anyMatch(l -> l.contains("Network.Timeout"));
        assertThat(String.join("\n", lines) + said).doesNotContainIgnoringCase("canary");
    }
}
