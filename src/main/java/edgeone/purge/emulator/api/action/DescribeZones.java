package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Filter;
import edgeone.purge.emulator.api.call.Json;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Lists the zones. */
public final class DescribeZones implements Action {
    private static final Instant FIRST_DAY = Instant.parse("2025-03-01T02:00:00Z");

    private final Zones zones;

    public DescribeZones(Zones zones) {
        this.zones = zones;
    }

    @Override
    public String name() {
        return "DescribeZones";
    }

    @Override
    public ObjectNode run(Parameters parameters, Context context) throws ApiRefusal {
        int offset = parameters.number("Offset");
        int limit = parameters.number("Limit");
        List<Filter> filters = parameters.filters();
        String order = parameters.oneOf("Order");
        String direction = parameters.oneOf("Direction");
        List<ZoneSetup> found = new ArrayList<>(zones.all());
        // The list is already in descending order of creation.
        Comparator<ZoneSetup> ascending =
                switch (order) {
                    case "zone-name" -> Comparator.comparing(ZoneSetup::name);
                    case "area" -> Comparator.comparing(ZoneSetup::area);
                    default -> Comparator.comparing(this::createdOn);
                };
        found.sort(direction.equals("asc") ? ascending : Collections.reverseOrder(ascending));
        found.removeIf(zone -> !Filter.allMatch(filters, name -> field(zone, name)));
        ObjectNode reply = Json.MAPPER.createObjectNode();
        reply.put("TotalCount", found.size());
        var list = reply.putArray("Zones");
        found.stream().skip(offset).limit(limit).forEach(zone -> list.add(json(zone)));
        return reply;
    }

    private static String field(ZoneSetup zone, String filter) {
        return switch (filter) {
            case "zone-name" -> zone.name();
            case "zone-type" -> "partial";
            case "zone-id" -> zone.zoneId();
            case "status" -> "active";
            case "alias-zone-name" -> zone.alias();
            default -> "";
        };
    }

    /** Invented: the first zone is the newest, so that it comes first by default. */
    private Instant createdOn(ZoneSetup zone) {
        return FIRST_DAY.plusSeconds(86_400L * (zones.all().size() - zones.all().indexOf(zone)));
    }

    private ObjectNode json(ZoneSetup zone) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("ZoneId", zone.zoneId());
        node.put("ZoneName", zone.name());
        node.put("AliasZoneName", zone.alias());
        node.put("Area", zone.area());
        node.put("Type", "partial");
        node.put("Status", "active");
        node.put("CnameStatus", "finished");
        node.put("ActiveStatus", "active");
        node.put("Paused", false);
        node.put("LockStatus", zone.locked() ? "disable" : "enable");
        node.putArray("Tags");
        node.putArray("Resources")
                .addObject()
                .put("Id", "rs-" + zone.zoneId().substring(zone.zoneId().indexOf('-') + 1))
                .put("PlanId", zone.plan())
                .put("Status", "normal")
                .put("Group", "plan")
                .put("Area", zone.area());
        node.putNull("NSDetail");
        node.putObject("CNAMEDetail").put("IsFake", 0);
        node.putNull("DNSPodDetail");
        node.putArray("WorkModeInfos")
                .addObject()
                .put("ConfigGroupType", "l7_acceleration")
                .put("WorkMode", "immediate_effect");
        node.put("CreatedOn", createdOn(zone).toString());
        node.put("ModifiedOn", createdOn(zone).toString());
        node.put("IsFake", 0);
        node.putNull("OwnershipVerification");
        return node;
    }
}
