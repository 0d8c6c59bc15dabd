package edgeone.purge.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * An EdgeOne on loopback that repeats secrets in its answers: those it was sent, like the token and
 * the Authorization header, and those it should not know.
 */
final class EchoingEdgeOne implements AutoCloseable {
    /** How it answers. */
    enum Mood {
        /** Accepts part of a purge, with secrets as reasons and IDs. */
        TAKES,
        REFUSES,
        STATUS_500,
        NO_JSON,
        NO_HTTP,
        WRONG_TYPES,
        /** Never answers a purge or a query about it. */
        HANGS
    }

    private final ServerSocket server;
    private volatile Mood mood = Mood.TAKES;
    private volatile String taken = "";
    final CountDownLatch hung = new CountDownLatch(1);

    EchoingEdgeOne() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    void mood(Mood next) {
        mood = next;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket opened) {
        try (Socket socket = opened) {
            InputStream in = socket.getInputStream();
            String head = head(in);
            String body =
                    new String(
                            in.readNBytes(Integer.parseInt(header(head, "content-length"))),
                            StandardCharsets.UTF_8);
            String action = header(head, "x-tc-action");
            if (mood == Mood.HANGS && action.equals("CreatePurgeTask")) {
                hung.countDown();
                in.read();
                return;
            }
            socket.getOutputStream()
                    .write(reply(action, head, body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The client has disconnected.
        }
    }

    private String reply(String action, String head, String body) {
        String echo =
                "you sent "
                        + header(head, "authorization")
                        + " and "
                        + header(head, "x-tc-token")
                        + "; I know "
                        + everyForm(Canaries.KEY)
                        + everyForm(Canaries.TOKEN);
        String refusal =
                "{\"Response\":{\"Error\":{\"Code\":\"AuthFailure.SignatureFailure\",\"Message\":\""
                        + echo
                        + "\"},\"RequestId\":\""
                        + Canaries.KEY
                        + "\"}}";
        return switch (mood) {
            case REFUSES -> http("200 OK", "application/json", refusal);
            case STATUS_500 -> http("500 " + Canaries.KEY, "application/json", refusal);
            case NO_JSON -> http("200 OK", "text/" + Canaries.KEY, Canaries.KEY + " " + echo);
            case NO_HTTP -> Canaries.KEY + " " + echo + "\r\n\r\n";
            case WRONG_TYPES ->
                    http(
                            "200 OK",
                            "application/json",
                            "{\"Response\":{\""
                                    + Canaries.KEY
                                    + "\":1,\"Zones\":\""
                                    + echo
                                    + "\"}}");
            case HANGS ->
                    action.equals("DescribePurgeTasks")
                            ? http("200 OK", "application/json", refusal)
                            : taken(action, body, echo);
            case TAKES -> taken(action, body, echo);
        };
    }

    private String taken(String action, String body, String echo) {
        return http("200 OK", "application/json", "{\"Response\":" + response(action, body, echo));
    }

    private String response(String action, String body, String echo) {
        return switch (action) {
            case "DescribeZones" ->
                    "{\"TotalCount\":1,\"Zones\":[{\"ZoneId\":\"zone-1\",\"ZoneName\":\"a.test\","
                            + "\"AliasZoneName\":\""
                            + Canaries.KEY
                            + "\"}]}}";
            case "CreatePurgeTask" -> {
                taken = body;
                yield "{\"JobId\":\"job-"
                        + Canaries.KEY
                        + "\",\"FailedList\":[{\"Reason\":\""
                        + echo
                        + "\",\"Targets\":[\"https://a.test/2\"]}],\"RequestId\":\""
                        + Canaries.TOKEN
                        + "\"}}";
            }
            case "DescribePurgeTasks" ->
                    taken.isEmpty()
                            ? "{\"TotalCount\":0,\"Tasks\":[]}}"
                            : "{\"TotalCount\":1,\"Tasks\":[{\"JobId\":\"job-"
                                    + Canaries.KEY
                                    + "\",\"Target\":\"https://a.test/1\",\"Type\":\"purge_url\","
                                    + "\"Status\":\"failed\",\"FailType\":\""
                                    + Canaries.KEY
                                    + "\",\"FailMessage\":\""
                                    + echo
                                    + "\"}]}}";
            default ->
                    "{\"Error\":{\"Code\":\"UnauthorizedOperation."
                            + Canaries.KEY
                            + "\",\"Message\":\""
                            + echo
                            + "\"},\"RequestId\":\""
                            + Canaries.KEY
                            + "\"}}";
        };
    }

    static String everyForm(String secret) {
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        return Canaries.forms(secret).entrySet().stream()
                        .filter(f -> !f.getKey().startsWith("UTF-16"))
                        .map(f -> new String(f.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining(" "))
                + " "
                + Base64.getEncoder()
                        .encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8))
                + " "
                + HexFormat.of().formatHex(utf8)
                + " "
                + secret.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String http(String status, String type, String body) {
        return "HTTP/1.1 "
                + status
                + "\r\nContent-Type: "
                + type
                + "\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + body;
    }

    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newLines = 0;
        while (newLines < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the head ended early");
            }
            if (next != '\r') {
                newLines = next == '\n' ? newLines + 1 : 0;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    static String header(String head, String name) {
        return head.lines()
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(l -> l.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
