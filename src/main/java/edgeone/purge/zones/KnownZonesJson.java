package edgeone.purge.zones;

import edgeone.purge.json.JsonTree;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.zones.KnownZones.Timed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The file of what is known, format 1. Anything unexpected makes it useless as a whole. */
final class KnownZonesJson {
    private static final int FORMAT = 1;

    private final JsonTree json = new JsonTree();

    byte[] write(KnownZones known) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("account", known.owner().account());
        root.put("endpoint", known.owner().endpoint());
        root.put("key", known.owner().key());
        root.put("readAt", known.readAt().toString());
        root.put("chosen", known.chosen());
        root.put("zones", known.zones().stream().map(zone -> object(known, zone)).toList());
        return json.bytes(root);
    }

    private static Map<String, Object> object(KnownZones known, Zone zone) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", zone.zoneId());
        object.put("name", zone.zoneName());
        object.put("alias", zone.alias());
        object.put("area", zone.area());
        object.put("status", zone.status());
        object.put("locked", zone.locked());
        object.put("plan", zone.plan());
        Timed<AccelerationDomain> hosts = known.hosts().get(zone.zoneId());
        if (hosts != null) {
            object.put("hostsReadAt", hosts.readAt().toString());
            object.put(
                    "hosts",
                    hosts.list().stream().map(h -> List.of(h.name(), h.status())).toList());
        }
        Timed<Quota> quotas = known.quotas().get(zone.zoneId());
        if (quotas != null) {
            object.put("quotasReadAt", quotas.readAt().toString());
            object.put(
                    "quotas",
                    quotas.list().stream()
                            .map(q -> List.of(q.type(), q.batch(), q.daily(), q.available()))
                            .toList());
        }
        return object;
    }

    /** Empty where the bytes are no such file. */
    Optional<KnownZones> read(byte[] bytes) {
        try {
            return json.object(bytes)
                    .filter(root -> Integer.valueOf(FORMAT).equals(root.get("format")))
                    .map(KnownZonesJson::known);
        } catch (RuntimeException e) {
            // A member is missing, or of another kind: somebody else wrote it.
            return Optional.empty();
        }
    }

    private static KnownZones known(Map<String, @Nullable Object> root) {
        List<Zone> zones = new ArrayList<>();
        Map<String, Timed<AccelerationDomain>> hosts = new HashMap<>();
        Map<String, Timed<Quota>> quotas = new HashMap<>();
        for (Object each : list(root.get("zones"))) {
            Map<?, ?> object = (Map<?, ?>) each;
            Zone zone = zone(object);
            zones.add(zone);
            if (object.containsKey("hosts")) {
                hosts.put(zone.zoneId(), timed(object, "hosts", KnownZonesJson::host));
            }
            if (object.containsKey("quotas")) {
                quotas.put(zone.zoneId(), timed(object, "quotas", KnownZonesJson::quota));
            }
        }
        return new KnownZones(
                new ZoneOwner(text(root, "account"), text(root, "endpoint"), text(root, "key")),
                Instant.parse(text(root, "readAt")),
                zones,
                hosts,
                quotas,
                text(root, "chosen"));
    }

    private static Zone zone(Map<?, ?> object) {
        return new Zone(
                text(object, "id"),
                text(object, "name"),
                text(object, "alias"),
                text(object, "area"),
                text(object, "status"),
                (Boolean) require(object.get("locked")),
                text(object, "plan"));
    }

    private static <T> Timed<T> timed(Map<?, ?> object, String name, Function<List<?>, T> row) {
        return new Timed<>(
                Instant.parse(text(object, name + "ReadAt")),
                list(object.get(name)).stream().map(each -> row.apply(list(each))).toList());
    }

    private static AccelerationDomain host(List<?> row) {
        return new AccelerationDomain((String) require(row.get(0)), (String) require(row.get(1)));
    }

    private static Quota quota(List<?> row) {
        return new Quota(
                (String) require(row.get(0)),
                number(row.get(1)),
                number(row.get(2)),
                number(row.get(3)));
    }

    private static long number(@Nullable Object value) {
        return ((Number) require(value)).longValue();
    }

    private static String text(Map<?, ?> object, String name) {
        return (String) require(object.get(name));
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) require(value);
    }

    private static Object require(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("a member is missing");
        }
        return value;
    }
}
