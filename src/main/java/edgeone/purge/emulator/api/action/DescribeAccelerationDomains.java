package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Filter;
import edgeone.purge.emulator.api.call.Json;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.api.state.ZoneSetup;
import edgeone.purge.emulator.api.state.Zones;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Lists the hosts of a zone. */
public final class DescribeAccelerationDomains implements Action {
    private final Zones zones;

    public DescribeAccelerationDomains(Zones zones) {
        this.zones = zones;
    }

    @Override
    public String name() {
        return "DescribeAccelerationDomains";
    }

    @Override
    public ObjectNode run(Parameters parameters, Context context) throws ApiRefusal {
        String zoneId = parameters.required("ZoneId");
        int offset = parameters.number("Offset");
        int limit = parameters.number("Limit");
        List<Filter> filters = parameters.filters();
        String order = parameters.oneOf("Order");
        String direction = parameters.oneOf("Direction");
        boolean any = parameters.oneOf("Match").equals("any");
        ZoneSetup zone = zones.existing(zoneId);
        List<String> hosts = new ArrayList<>(zone.hosts());
        if (order.equals("domain-name")) {
            hosts.sort(Comparator.naturalOrder());
        }
        if (direction.equals("desc")) {
            Collections.reverse(hosts);
        }
        hosts.removeIf(host -> !matches(host, filters, any));
        ObjectNode reply = Json.MAPPER.createObjectNode();
        reply.put("TotalCount", hosts.size());
        var list = reply.putArray("AccelerationDomains");
        hosts.stream().skip(offset).limit(limit).forEach(host -> list.add(json(zone, host)));
        return reply;
    }

    private static boolean matches(String host, List<Filter> filters, boolean any) {
        if (any && !filters.isEmpty()) {
            return filters.stream().anyMatch(f -> f.matches(field(host, f.name())));
        }
        return Filter.allMatch(filters, name -> field(host, name));
    }

    private static String field(String host, String filter) {
        return switch (filter) {
            case "domain-name" -> host;
            case "origin-type" -> "IP_DOMAIN";
            case "origin" -> "origin." + host.replace("*.", "");
            case "domain-cname" -> host.replace("*.", "all.") + ".eo.dnse1.com";
            default -> "";
        };
    }

    private static ObjectNode json(ZoneSetup zone, String host) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("ZoneId", zone.zoneId());
        node.put("DomainName", host);
        node.put("DomainStatus", "online");
        node.put("Cname", field(host, "domain-cname"));
        node.put("IPv6Status", "follow");
        node.put("IdentificationStatus", "finished");
        node.putNull("OwnershipVerification");
        node.putObject("OriginDetail")
                .put("OriginType", "IP_DOMAIN")
                .put("Origin", field(host, "origin"))
                .put("BackupOrigin", "");
        node.put("OriginProtocol", "FOLLOW");
        node.put("HttpOriginPort", 80);
        node.put("HttpsOriginPort", 443);
        node.putNull("Certificate");
        node.put("CreatedOn", "2025-03-01T02:00:00Z");
        node.put("ModifiedOn", "2025-03-01T02:00:00Z");
        return node;
    }
}
