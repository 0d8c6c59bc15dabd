package edgeone.purge.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** An EdgeOne whose every text would take over a terminal that shows it unescaped. */
public final class HostileEdgeOne implements AutoCloseable {
    /** Begins a line only if a line break got through. */
    public static final String FORGED = "FORGED";

    /** Clipboard, screen, direction, lines, colour in one byte, nothing visible, a false escape. */
    public static final String WORDS =
            "w\u001B]52;c;ZXZpbA==\u0007\u001B[2J\u202E\u2066\u2028\u2029\n"
                    + FORGED
                    + "\r"
                    + FORGED
                    + "\t\u009B31m\u0085\u200B\uFEFF\u007F\b\\u{1B}";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private volatile String taken = "";
    private volatile boolean refusing;

    public HostileEdgeOne() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether it answers only with errors from now on. */
    public void refuse(boolean next) {
        refusing = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
        Object response =
                refusing
                        ? Map.of(
                                "Error",
                                Map.of("Code", "InvalidParameter" + WORDS, "Message", WORDS),
                                "RequestId",
                                "id" + WORDS)
                        : response(action, body);
        byte[] reply = JSON.writeValueAsBytes(Map.of("Response", response));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private Object response(String action, String body) {
        return switch (action) {
            case "DescribeZones" ->
                    Map.of(
                            "TotalCount",
                            1,
                            "Zones",
                            List.of(
                                    Map.of(
                                            "ZoneId", "zone-1",
                                            "ZoneName", "a.test",
                                            "AliasZoneName", WORDS,
                                            "Area", WORDS,
                                            "Status", WORDS)),
                            "RequestId",
                            WORDS);
            case "DescribeContentQuota" ->
                    Map.of(
                            "PurgeQuota",
                            List.of(quota(WORDS), quota("purge_url")),
                            "PrefetchQuota",
                            List.of(),
                            "RequestId",
                            WORDS);
            case "CreatePurgeTask" -> {
                taken = body;
                yield Map.of(
                        "JobId",
                        "job" + WORDS,
                        "FailedList",
                        List.of(Map.of("Reason", WORDS, "Targets", List.of("https://a.test/2"))),
                        "RequestId",
                        WORDS);
            }
            case "DescribePurgeTasks" ->
                    Map.of(
                            "TotalCount",
                            taken.isEmpty() ? 0 : 1,
                            "Tasks",
                            taken.isEmpty() ? List.of() : List.of(task()),
                            "RequestId",
                            WORDS);
            default ->
                    Map.of(
                            "TotalCount",
                            1,
                            "AccelerationDomains",
                            List.of(Map.of("DomainName", "a.test", "DomainStatus", "online")),
                            "RequestId",
                            "x");
        };
    }

    private static Map<String, Object> quota(String type) {
        return Map.of("Type", type, "Batch", 1_000, "Daily", 1_000, "DailyAvailable", 1_000);
    }

    private static Map<String, Object> task() {
        return Map.of(
                "JobId",
                "job" + WORDS,
                "Target",
                "https://a.test/1",
                "Type",
                "purge_url",
                "Method",
                "invalidate",
                "Status",
                "failed",
                "CreateTime",
                java.time.Instant.now().toString(),
                "UpdateTime",
                java.time.Instant.now().toString(),
                "FailType",
                WORDS,
                "FailMessage",
                WORDS);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
