package edgeone.purge.engine.submit;

import edgeone.purge.engine.resolve.SameTarget;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.reply.PurgeReply;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which targets of a request EdgeOne refused, and why. */
final class RefusedTargets {
    private RefusedTargets() {}

    /**
     * Reasons by target, in the order sent; for a whole-zone purge any entry means the zone. Makes
     * one pass over each list, because EdgeOne may send a separate reason for every target.
     *
     * @param sent the targets as sent
     * @param failed what EdgeOne refused; the later of two reasons for a target wins
     */
    static Map<String, String> of(
            PurgeType type, List<String> sent, List<PurgeReply.FailReason> failed) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (failed.isEmpty()) {
            return reasons;
        }
        if (type == PurgeType.ALL) {
            sent.forEach(target -> reasons.put(target, failed.getLast().reason()));
            return reasons;
        }
        Map<String, String> byKey = new HashMap<>();
        for (PurgeReply.FailReason each : failed) {
            for (String target : each.targets()) {
                byKey.put(SameTarget.key(target), each.reason());
            }
        }
        for (String target : sent) {
            String reason = byKey.get(SameTarget.key(target));
            if (reason != null) {
                reasons.put(target, reason);
            }
        }
        return reasons;
    }
}
