package edgeone.purge.team.release;

import edgeone.purge.engine.release.WidePurge;
import edgeone.purge.json.JsonTree;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Zone;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked, as text: the same purge is always the same text, and so has the same hash. */
final class PlanJson {
    private static final JsonTree JSON = new JsonTree();

    private PlanJson() {}

    static String of(WidePurge purge) {
        Map<String, @Nullable Object> plan = new LinkedHashMap<>();
        plan.put("endpoint", purge.endpoint());
        plan.put("zoneId", purge.zone().zoneId());
        plan.put("zoneName", purge.zone().zoneName());
        plan.put("type", purge.type().wireName());
        PurgeMethod method = purge.method();
        plan.put("method", method == null ? null : method.wireName());
        plan.put("targets", purge.targets());
        return new String(JSON.bytes(plan), StandardCharsets.UTF_8);
    }

    static byte[] hash(String plan) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plan.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where it is not what {@link #of} writes, such as a plan of a newer program. */
    static Optional<WidePurge> read(String plan) {
        return JSON.object(plan.getBytes(StandardCharsets.UTF_8))
                .flatMap(PlanJson::purge)
                .filter(purge -> of(purge).equals(plan));
    }

    private static Optional<WidePurge> purge(Map<String, @Nullable Object> plan) {
        Optional<PurgeType> type = PurgeType.ofWireName(text(plan, "type"));
        return type.map(
                t ->
                        new WidePurge(
                                text(plan, "endpoint"),
                                new Zone(
                                        text(plan, "zoneId"),
                                        text(plan, "zoneName"),
                                        "",
                                        "",
                                        "",
                                        false),
                                t,
                                PurgeMethod.ofWireName(text(plan, "method")).orElse(null),
                                plan.get("targets") instanceof List<?> targets
                                        ? targets.stream().map(String::valueOf).toList()
                                        : List.of()));
    }

    private static String text(Map<String, @Nullable Object> plan, String name) {
        return plan.get(name) instanceof String text ? text : "";
    }
}
