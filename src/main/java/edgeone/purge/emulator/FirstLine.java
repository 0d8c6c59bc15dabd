package edgeone.purge.emulator;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first line the {@code emulator} command prints, so that a script can reach what it started.
 */
public final class FirstLine {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /**
     * One line of JSON without the line break: endpoint, edge and its nodes, origin, keys, with TLS
     * the file clients trust, zones with their hosts.
     */
    public static String of(EmbeddedEdgeOne emulator) {
        var root = MAPPER.createObjectNode();
        root.put("endpoint", emulator.endpoint().toString());
        root.put("edge", emulator.edge().toString());
        var nodes = root.putArray("edgeNodes");
        emulator.edgeNodes().forEach(node -> nodes.add(node.toString()));
        root.put("origin", emulator.origin().toString());
        root.put("secretId", emulator.secretId());
        root.put("secretKey", emulator.secretKey());
        emulator.caFile().ifPresent(file -> root.put("caFile", file.toString()));
        var zones = root.putArray("zones");
        for (EmbeddedEdgeOne.ZoneInfo zone : emulator.zones()) {
            var node = zones.addObject().put("zoneId", zone.id()).put("zoneName", zone.name());
            var hosts = node.putArray("hosts");
            zone.hosts().forEach(hosts::add);
        }
        return MAPPER.writeValueAsString(root);
    }

    private FirstLine() {}
}
