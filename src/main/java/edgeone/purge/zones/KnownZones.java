package edgeone.purge.zones;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of an account's zones.
 *
 * @param readAt when EdgeOne listed the zones
 * @param zones in EdgeOne's order
 * @param hosts by zone ID, of the zones whose hosts were read
 * @param quotas by zone ID, of the zones whose quotas were read
 * @param chosen the ID of the zone chosen last; empty for none
 */
public record KnownZones(
        ZoneOwner owner,
        Instant readAt,
        List<Zone> zones,
        Map<String, Timed<AccelerationDomain>> hosts,
        Map<String, Timed<Quota>> quotas,
        String chosen) {
    public KnownZones {
        zones = List.copyOf(zones);
        hosts = Map.copyOf(hosts);
        quotas = Map.copyOf(quotas);
    }

    /** What EdgeOne listed, and when. */
    public record Timed<T>(Instant readAt, List<T> list) {
        public Timed {
            list = List.copyOf(list);
        }
    }

    /** Nothing known yet of an account. */
    public static KnownZones none(ZoneOwner owner) {
        return new KnownZones(owner, Instant.EPOCH, List.of(), Map.of(), Map.of(), "");
    }

    /** With the zones as listed now; what is known of zones that are gone is forgotten. */
    public KnownZones withZones(Instant now, List<Zone> listed) {
        Set<String> ids = listed.stream().map(Zone::zoneId).collect(Collectors.toSet());
        return new KnownZones(owner, now, listed, only(ids, hosts), only(ids, quotas), chosen);
    }

    /** With what could be read of one zone. */
    public KnownZones with(ZoneFacts facts) {
        KnownZones next = this;
        String id = facts.zone().zoneId();
        if (facts.hostsTrouble() == null) {
            next = next.withHosts(id, facts.readAt(), facts.domains());
        }
        return facts.quotaTrouble() == null
                ? next.withQuotas(id, new Timed<>(facts.readAt(), facts.quotas()))
                : next;
    }

    /** With the hosts of one zone as listed now. */
    public KnownZones withHosts(String zoneId, Instant now, List<AccelerationDomain> listed) {
        return withHosts(Map.of(zoneId, listed), now);
    }

    /** With the hosts of several zones, by zone ID, as listed now. */
    public KnownZones withHosts(Map<String, List<AccelerationDomain>> listed, Instant now) {
        Map<String, Timed<AccelerationDomain>> more = new HashMap<>(hosts);
        listed.forEach((zoneId, domains) -> more.put(zoneId, new Timed<>(now, domains)));
        return new KnownZones(owner, readAt, zones, more, quotas, chosen);
    }

    private KnownZones withQuotas(String zoneId, Timed<Quota> listed) {
        Map<String, Timed<Quota>> more = new HashMap<>(quotas);
        more.put(zoneId, listed);
        return new KnownZones(owner, readAt, zones, hosts, more, chosen);
    }

    public KnownZones withChosen(String zoneId) {
        return new KnownZones(owner, readAt, zones, hosts, quotas, zoneId);
    }

    /**
     * What a plan needs of a zone, where hosts and quotas are known; marked with the older time.
     */
    public Optional<ZoneFacts> facts(Zone zone) {
        Timed<AccelerationDomain> domains = hosts.get(zone.zoneId());
        Timed<Quota> limits = quotas.get(zone.zoneId());
        if (domains == null || limits == null) {
            return Optional.empty();
        }
        Instant older =
                domains.readAt().isBefore(limits.readAt()) ? domains.readAt() : limits.readAt();
        return Optional.of(
                new ZoneFacts(
                        zone,
                        new ZoneHosts.Listed(domains.list()),
                        domains.list(),
                        limits.list(),
                        older,
                        null,
                        null));
    }

    private static <T> Map<String, T> only(Set<String> ids, Map<String, T> all) {
        return all.entrySet().stream()
                .filter(entry -> ids.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
