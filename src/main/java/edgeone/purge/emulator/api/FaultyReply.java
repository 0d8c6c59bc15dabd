package edgeone.purge.emulator.api;

import edgeone.purge.emulator.faults.FaultKind;
import edgeone.purge.emulator.faults.FaultRule;
import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.Received;
import edgeone.purge.emulator.http.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Creates what a client gets in place of the reply to its request. */
final class FaultyReply {
    private static final double HANG_SECONDS = 3_600;
    private static final double HUGE_BYTES = 100_000_000;
    private static final double DEEP_LEVELS = 100_000;
    private static final String JSON = "application/json";
    private static final Reply NOTHING = Reply.empty(200);

    private final Received request;

    FaultyReply(Received request) {
        this.request = request;
    }

    /** In place of a request that was not carried out. */
    Answer instead(FaultRule rule) {
        return instead(rule, NOTHING);
    }

    /** In place of the real reply. */
    Answer instead(FaultRule rule, Reply real) {
        return switch (rule.kind()) {
            case DROP -> new Answer.Reset();
            case HANG ->
                    new Answer.Hang(
                            Duration.ofMillis(Math.round(rule.number(HANG_SECONDS) * 1000)));
            case HALF -> new Answer.Half(real);
            case TRUNCATED -> new Answer.Whole(truncated(real));
            case HTML ->
                    new Answer.Whole(Reply.of(200, "text/html", page("Sign in to the network")));
            case STATUS -> new Answer.Whole(status((int) rule.number(500)));
            case GARBAGE -> new Answer.Whole(garbage());
            case HUGE -> new Answer.Whole(huge((long) rule.number(HUGE_BYTES)));
            case DEEP -> new Answer.Whole(deep((int) rule.number(DEEP_LEVELS)));
            default -> new Answer.Whole(real);
        };
    }

    /** Changes the content of a good reply. */
    static void reshape(FaultRule rule, ObjectNode content) {
        if (rule.kind() == FaultKind.EXTRA) {
            addUnknown(content);
        } else if (content.path("FailedList").isArray() && content.path("FailedList").isEmpty()) {
            if (rule.value().equals("null")) {
                content.putNull("FailedList");
            } else {
                content.remove("FailedList");
            }
        }
    }

    static String page(String title) {
        return "<!DOCTYPE html><html><head><title>"
                + title
                + "</title></head><body><h1>"
                + title
                + "</h1></body></html>";
    }

    private static void addUnknown(JsonNode node) {
        node.forEach(FaultyReply::addUnknown);
        if (node instanceof ObjectNode object) {
            object.put("X-New", 7).putObject("NewDetail").putNull("Inner").put("Text", "新");
        }
    }

    private Reply status(int status) {
        Reply reply = Reply.of(status, "text/html", page(status + " from the gateway"));
        if (status == 503) {
            return reply.with("Retry-After", "0");
        }
        if (status >= 300 && status < 400) {
            return reply.with("Location", "//" + request.header("Host").orElse("") + "/");
        }
        return reply;
    }

    private static Reply truncated(Reply real) {
        var half = new ByteArrayOutputStream();
        try {
            real.content().write(half, real.content().length() / 2);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return Reply.of(real.status(), JSON, half.toByteArray());
    }

    private static Reply garbage() {
        byte[] bytes = "\u0000\u0001{]\u001b[31m%s\r\n\"".getBytes(StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xff;
        return Reply.of(200, JSON, bytes);
    }

    private static Reply huge(long length) {
        return new Reply(
                200,
                Reply.of(200, JSON, "").headers(),
                Reply.filled("{\"Response\":{\"RequestId\":\"", 'x', length, "\"}}"));
    }

    private static Reply deep(int levels) {
        return Reply.of(
                200,
                JSON,
                "{\"Response\":{\"Zones\":" + "[".repeat(levels) + "]".repeat(levels) + "}}");
    }
}
