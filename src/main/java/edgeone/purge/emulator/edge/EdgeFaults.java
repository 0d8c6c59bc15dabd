package edgeone.purge.emulator.edge;

import edgeone.purge.emulator.faults.FaultKind;
import edgeone.purge.emulator.faults.FaultPlan;
import edgeone.purge.emulator.faults.FaultRule;
import edgeone.purge.emulator.faults.ObjectDice;
import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.Header;
import edgeone.purge.emulator.http.Reply;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the edge misbehaves on order. */
final class EdgeFaults {
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final double HANG_SECONDS = 3_600;

    private final ObjectDice dice;

    EdgeFaults(FaultPlan plan, long seed) {
        dice = new ObjectDice(plan, seed);
    }

    Optional<FaultRule> find(FaultKind kind, int node, String object) {
        return dice.at(FaultRule.EDGE, kind, node, object);
    }

    /** What a request gets in place of the object; empty for the object. Waits if it is slow. */
    Optional<Answer> instead(int node, String object) {
        find(FaultKind.SLOW, node, object).ifPresent(rule -> pause(rule.number(0)));
        if (find(FaultKind.DROP, node, object).isPresent()) {
            return Optional.of(new Answer.Reset());
        }
        return find(FaultKind.HANG, node, object)
                .<Answer>map(rule -> new Answer.Hang(seconds(rule, HANG_SECONDS)))
                .or(() -> find(FaultKind.STATUS, node, object).map(EdgeFaults::status));
    }

    private static Answer status(FaultRule rule) {
        int status = (int) rule.number(500);
        return new Answer.Whole(Reply.of(status, "text/html", "<h1>" + status + "</h1>\n"));
    }

    /** How much later than ordered a purge reaches an object. */
    Duration delay(int node, String object) {
        if (find(FaultKind.STICKY, node, object).isPresent()) {
            return NEVER;
        }
        return find(FaultKind.LATE, node, object)
                .map(rule -> seconds(rule, 0))
                .orElse(Duration.ZERO);
    }

    /** Where an object is said to have gone; empty if it has not. */
    Optional<String> redirect(int node, String host, String path) {
        return find(FaultKind.REDIRECT, node, host + path)
                .map(
                        rule ->
                                rule.value().isEmpty()
                                        ? "https://" + host + "/moved" + path
                                        : rule.value());
    }

    /** The header that a rule says the answer depends on. */
    static String header(FaultRule rule) {
        return rule.value().isEmpty() ? "Accept-Encoding" : rule.value();
    }

    /** Without what tells of a cache. */
    static Reply bare(Reply reply) {
        List<Header> left =
                reply.headers().stream()
                        .filter(h -> !h.name().equals("Age"))
                        .filter(h -> !h.name().toUpperCase(Locale.ROOT).startsWith("EO-"))
                        .toList();
        return new Reply(reply.status(), left, reply.content());
    }

    private static Duration seconds(FaultRule rule, double fallback) {
        return Duration.ofMillis(Math.round(rule.number(fallback) * 1_000));
    }

    private static void pause(double millis) {
        try {
            Thread.sleep(Duration.ofMillis(Math.round(millis)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
