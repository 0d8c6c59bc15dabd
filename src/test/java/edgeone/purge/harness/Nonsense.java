package edgeone.purge.harness;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Seeded random replies that make no sense. None is a plausible lie: what cannot be told from the
 * truth (another JobId, an empty list of tasks, an error code after the purge was accepted) is
 * never generated, so every wrong conclusion is the program's fault.
 */
final class Nonsense implements Wire.Tamper {
    private static final List<String> WORDS =
            List.of(
                    "Response",
                    "Error",
                    "Code",
                    "Message",
                    "RequestId",
                    "JobId",
                    "FailedList",
                    "Reason",
                    "Targets",
                    "Tasks",
                    "TotalCount",
                    "Status",
                    "Target",
                    "Type",
                    "Method",
                    "CreateTime",
                    "UpdateTime",
                    "Zones",
                    "ZoneId",
                    "PurgeQuota",
                    "Batch",
                    "Daily",
                    "AccelerationDomains",
                    "DomainName",
                    "x",
                    "",
                    "\u0000",
                    "ключ");
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "0",
                    "null",
                    "success",
                    "processing",
                    "failed",
                    "\ud800",
                    "\u202e",
                    "数据",
                    "2026-01-01T00:00:00Z",
                    "9999999999999",
                    "-1",
                    "https://www.example.com/else");
    private static final List<String> NEVER_ABSENT = List.of("FailedList");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int HUGE = 100_000_000;

    private final Map<String, Double> chances;
    private final SplittableRandom random;
    private long struck;

    /**
     * @param chances by action; other actions are left alone
     */
    Nonsense(Map<String, Double> chances, SplittableRandom random) {
        this.chances = Map.copyOf(chances);
        this.random = random;
    }

    synchronized long struck() {
        return struck;
    }

    @Override
    public synchronized Wire.Reply replyTo(String action) {
        if (random.nextDouble() >= chances.getOrDefault(action, 0.0)) {
            return Wire.Reply.PASS;
        }
        struck++;
        SplittableRandom own = random.split();
        return switch (own.nextInt(16)) {
            case 0, 1 -> made(own, Nonsense::json);
            case 2, 3, 4, 5, 6, 7 -> changed(own, Nonsense::otherTypes);
            case 8 -> changed(own, Nonsense::truncated);
            case 9 -> changed(own, Nonsense::spoilt);
            case 10 -> changed(own, (r, real) -> joined(real, real));
            case 11 -> made(own, (r, forwarded) -> bytes(r));
            case 12 -> made(own, (r, forwarded) -> deep(r));
            case 13 -> cut(own);
            case 14 -> zipped(own);
            default -> own.nextInt(4) == 0 ? huge(own) : status(own);
        };
    }

    private interface Maker {
        byte[] body(SplittableRandom random, boolean forwarded);
    }

    private interface Changer {
        byte[] change(SplittableRandom random, byte[] real);
    }

    /** Something other than the reply; the request may or may not reach EdgeOne. */
    private static Wire.Reply made(SplittableRandom own, Maker maker) {
        boolean forwards = own.nextBoolean();
        return new Wire.Reply() {
            @Override
            public boolean forwards() {
                return forwards;
            }

            @Override
            public boolean write(Wire.Message real, OutputStream out) throws IOException {
                return send(out, 200, "", maker.body(own, forwards));
            }
        };
    }

    private static Wire.Reply changed(SplittableRandom own, Changer changer) {
        return new Wire.Reply() {
            @Override
            public boolean write(Wire.Message real, OutputStream out) throws IOException {
                return send(out, 200, "", changer.change(own, real.body()));
            }
        };
    }

    private static Wire.Reply status(SplittableRandom own) {
        int status = own.nextInt(201, 600);
        return new Wire.Reply() {
            @Override
            public boolean write(Wire.Message real, OutputStream out) throws IOException {
                boolean bare = status == 204 || status == 304;
                return send(out, status, "", bare ? new byte[0] : real.body());
            }
        };
    }

    /** The connection ends within the reply. */
    private static Wire.Reply cut(SplittableRandom own) {
        return new Wire.Reply() {
            @Override
            public boolean write(Wire.Message real, OutputStream out) throws IOException {
                byte[] all = joined(real.head(), real.body());
                out.write(all, 0, own.nextInt(all.length));
                out.flush();
                return false;
            }
        };
    }

    /** A body that claims to be compressed but is not, or expands enormously. */
    private static Wire.Reply zipped(SplittableRandom own) {
        boolean bomb = own.nextInt(4) == 0;
        boolean forwards = own.nextBoolean();
        return new Wire.Reply() {
            @Override
            public boolean forwards() {
                return forwards;
            }

            @Override
            public boolean write(Wire.Message real, OutputStream out) throws IOException {
                byte[] body = bomb ? bomb() : bytes(own);
                return send(out, 200, "Content-Encoding: gzip\r\n", body);
            }
        };
    }

    private static Wire.Reply huge(SplittableRandom own) {
        boolean forwards = own.nextBoolean();
        return new Wire.Reply() {
            @Override
            public boolean forwards() {
                return forwards;
            }

            @Override
            public boolean write(Wire.Message real, OutputStream out) throws IOException {
                byte[] before = "{\"Response\":{\"RequestId\":\"".getBytes(StandardCharsets.UTF_8);
                byte[] after = "\"}}".getBytes(StandardCharsets.UTF_8);
                out.write(head(200, "", before.length + HUGE + after.length));
                out.write(before);
                byte[] part = new byte[100_000];
                Arrays.fill(part, (byte) 'x');
                for (int i = 0; i < HUGE / part.length; i++) {
                    out.write(part);
                }
                out.write(after);
                out.flush();
                return true;
            }
        };
    }

    private static byte[] head(int status, String more, int length) {
        return ("HTTP/1.1 %d Status\r\n"
                        + "Content-Type: application/json\r\n"
                        + "%sContent-Length: %d\r\n\r\n")
                .formatted(status, more, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean send(OutputStream out, int status, String more, byte[] body)
            throws IOException {
        out.write(head(status, more, body.length));
        out.write(body);
        out.flush();
        return true;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] deep(SplittableRandom random) {
        int levels = random.nextInt(50, 200_000);
        String open = random.nextBoolean() ? "[" : "{\"Response\":";
        String text = open.repeat(levels) + (random.nextBoolean() ? "" : "]".repeat(levels));
        return ("{\"Response\":" + text).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(small)) {
            byte[] part = new byte[1_000_000];
            Arrays.fill(part, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                zip.write(part);
            }
        }
        return small.toByteArray();
    }

    private static byte[] truncated(SplittableRandom random, byte[] real) {
        return Arrays.copyOf(real, random.nextInt(real.length));
    }

    /** With a byte that is invalid anywhere in JSON. */
    private static byte[] spoilt(SplittableRandom random, byte[] real) {
        byte[] bytes = real.clone();
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(1, 9);
        return bytes;
    }

    /** The real reply with some values of other types, or missing. */
    private static byte[] otherTypes(SplittableRandom random, byte[] real) {
        JsonNode root = JSON.readTree(real);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            List<Runnable> places = new ArrayList<>();
            collect(random, root, places);
            if (!places.isEmpty()) {
                places.get(random.nextInt(places.size())).run();
            }
        }
        return JSON.writeValueAsBytes(root);
    }

    private static void collect(SplittableRandom random, JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                places.add(() -> object.set(name, otherType(random, value)));
                if (!NEVER_ABSENT.contains(name)) {
                    places.add(() -> object.remove(name));
                    places.add(() -> object.putNull(name));
                }
                collect(random, value, places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                JsonNode value = array.get(i);
                places.add(
                        () -> {
                            if (at < array.size()) {
                                array.set(at, otherType(random, value));
                            }
                        });
                collect(random, value, places);
            }
        }
    }

    private static JsonNode otherType(SplittableRandom random, JsonNode value) {
        while (true) {
            JsonNode other =
                    switch (random.nextInt(6)) {
                        case 0 -> NODES.numberNode(random.nextLong());
                        case 1 -> NODES.numberNode(random.nextDouble());
                        case 2 -> NODES.booleanNode(random.nextBoolean());
                        case 3 -> NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
                        case 4 -> NODES.objectNode().put("x", random.nextInt());
                        default -> NODES.arrayNode().add(random.nextInt());
                    };
            if (other.getNodeType() != value.getNodeType()) {
                return other;
            }
        }
    }

    private static byte[] json(SplittableRandom random, boolean forwarded) {
        ObjectNode root = NODES.objectNode();
        if (random.nextBoolean()) {
            ObjectNode response = root.putObject("Response");
            fill(random, response, 3, forwarded);
        } else {
            fill(random, root, 4, forwarded);
        }
        return JSON.writeValueAsBytes(root);
    }

    private static void fill(
            SplittableRandom random, ObjectNode object, int depth, boolean forwarded) {
        int members = random.nextInt(7);
        for (int i = 0; i < members; i++) {
            String name = WORDS.get(random.nextInt(WORDS.size()));
            JsonNode value = value(random, depth, forwarded);
            boolean lie =
                    switch (name) {
                        case "JobId" -> value.isString();
                        case "TotalCount" -> value.isNumber() && value.asDouble() == 0;
                        case "Code" -> forwarded && value.isString();
                        default -> false;
                    };
            object.set(name, lie ? NODES.booleanNode(true) : value);
        }
    }

    private static JsonNode value(SplittableRandom random, int depth, boolean forwarded) {
        switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0:
                return NODES.numberNode(random.nextLong());
            case 1:
                return NODES.numberNode(random.nextInt(-3, 50));
            case 2:
                return NODES.booleanNode(random.nextBoolean());
            case 3:
                return NODES.nullNode();
            case 4:
                return NODES.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 5:
                ArrayNode array = NODES.arrayNode();
                int size = random.nextInt(4);
                for (int i = 0; i < size; i++) {
                    array.add(value(random, depth - 1, forwarded));
                }
                return array;
            default:
                ObjectNode object = NODES.objectNode();
                fill(random, object, depth - 1, forwarded);
                return object;
        }
    }
}
