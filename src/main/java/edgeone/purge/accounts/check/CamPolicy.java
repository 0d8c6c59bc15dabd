package edgeone.purge.accounts.check;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Policies for Tencent Cloud Access Management (CAM), to copy for this program's key. CAM allows or
 * denies whole actions, and {@code CreatePurgeTask} is one action for all five types, so
 * <em>no</em> policy can allow purging URLs and deny purging a zone; the text for {@link
 * Role#PURGE} says so.
 */
public final class CamPolicy {
    private static final List<String> READ =
            List.of(
                    "teo:DescribeAccelerationDomains",
                    "teo:DescribeContentQuota",
                    "teo:DescribePurgeTasks");
    private static final Pattern ZONE_ID = Pattern.compile("zone-[0-9A-Za-z]{1,64}");

    private CamPolicy() {}

    /** What a key may do. Texts: {@code accounts.policy.…}. */
    public enum Role {
        /** Sees zones, hosts, quota and history. */
        READ_ONLY,
        /** Also purges, all types, since CAM cannot tell them apart. */
        PURGE,
        /** Also prefetches. */
        FULL;

        /** The key of its explanatory message. */
        public String key() {
            return "accounts.policy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The policy as JSON.
     *
     * @param zoneIds the zones it is for; empty for all
     * @throws IllegalArgumentException something in {@code zoneIds} is not a zone id
     */
    public static String json(Role role, List<String> zoneIds) {
        ObjectMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = mapper.createObjectNode();
        root.put("version", "2.0");
        ArrayNode statements = root.putArray("statement");
        // DescribeZones is not limited to a zone: CAM denies it under a narrower resource.
        allow(statements, List.of("teo:DescribeZones"), List.of("*"));
        allow(statements, actions(role), resources(zoneIds));
        return mapper.writeValueAsString(root);
    }

    private static List<String> actions(Role role) {
        List<String> actions = new ArrayList<>(READ);
        if (role != Role.READ_ONLY) {
            actions.add("teo:CreatePurgeTask");
        }
        if (role == Role.FULL) {
            actions.add("teo:CreatePrefetchTask");
            actions.add("teo:DescribePrefetchTasks");
        }
        return actions;
    }

    /** An empty account means the owner of the policy. */
    private static List<String> resources(List<String> zoneIds) {
        for (String zoneId : zoneIds) {
            if (!ZONE_ID.matcher(zoneId).matches()) {
                throw new IllegalArgumentException(zoneId);
            }
        }
        return zoneIds.isEmpty()
                ? List.of("*")
                : zoneIds.stream().map(z -> "qcs::teo:::zone/" + z).toList();
    }

    private static void allow(ArrayNode statements, List<String> actions, List<String> resources) {
        ObjectNode statement = statements.addObject();
        statement.put("effect", "allow");
        actions.forEach(statement.putArray("action")::add);
        resources.forEach(statement.putArray("resource")::add);
    }
}
