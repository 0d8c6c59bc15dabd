package edgeone.purge.engine.zones;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the zones that have a host. A zone whose hosts could not be read has those below its name,
 * but only where no other zone lists them.
 */
final class HostIndex {
    private final Map<String, List<Zone>> exact = new HashMap<>();
    private final Map<String, List<Zone>> below = new HashMap<>();
    private final Map<String, List<Zone>> guessed = new HashMap<>();

    HostIndex(List<ZoneFacts> zones) {
        for (ZoneFacts facts : zones) {
            Zone zone = facts.zone();
            switch (facts.hosts()) {
                case ZoneHosts.Listed(List<AccelerationDomain> domains) ->
                        domains.forEach(domain -> add(domain, zone));
                case ZoneHosts.Suffix(String name) -> add(guessed, name, zone);
                case ZoneHosts.Unchecked() -> {
                    // Neither hosts nor name are known: nothing can be said to be here.
                }
            }
        }
    }

    private void add(AccelerationDomain domain, Zone zone) {
        if (domain.isWildcard()) {
            add(below, domain.name().substring("*.".length()), zone);
        } else {
            add(exact, domain.name(), zone);
        }
    }

    private static void add(Map<String, List<Zone>> index, String name, Zone zone) {
        List<Zone> zones = index.computeIfAbsent(name, _ -> new ArrayList<>(1));
        if (!zones.contains(zone)) {
            zones.add(zone);
        }
    }

    /** The zones of a host in lower case, each once. */
    List<Zone> zonesOf(String host) {
        List<Zone> found = new ArrayList<>(exact.getOrDefault(host, List.of()));
        addParents(below, host, found);
        if (found.isEmpty()) {
            found.addAll(guessed.getOrDefault(host, List.of()));
            addParents(guessed, host, found);
        }
        return found;
    }

    private static void addParents(Map<String, List<Zone>> index, String host, List<Zone> found) {
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            for (Zone zone : index.getOrDefault(host.substring(dot + 1), List.of())) {
                if (!found.contains(zone)) {
                    found.add(zone);
                }
            }
        }
    }
}
