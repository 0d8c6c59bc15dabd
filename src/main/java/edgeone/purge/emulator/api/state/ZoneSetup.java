package edgeone.purge.emulator.api.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A zone of the emulator.
 *
 * @param alias distinguishes zones with the same name; may be empty
 * @param area {@code global}, {@code mainland} or {@code overseas}
 * @param plan the zone's plan as DescribeZones reports it
 * @param hosts its acceleration domains, including wildcards ({@code *.preview.example.com})
 * @param quotas a type without a quota is refused as not in the plan
 * @param locked whether purges are refused
 */
public record ZoneSetup(
        String zoneId,
        String name,
        String alias,
        String area,
        String plan,
        List<String> hosts,
        List<QuotaSetup> quotas,
        boolean locked) {
    /** The type of a prefetch; a zone without a quota for it takes no URL at all. */
    public static final String PREFETCH = "prefetch_url";

    public ZoneSetup {
        hosts = List.copyOf(hosts);
        quotas = List.copyOf(quotas);
    }

    /** A zone on a plan with all types and the documented quotas. */
    public static ZoneSetup of(String zoneId, String name, String... hosts) {
        return new ZoneSetup(
                zoneId,
                name,
                "",
                "global",
                "plan-enterprise-v2",
                List.of(hosts),
                List.of(
                        new QuotaSetup("purge_prefix", 1_000, 10_000),
                        new QuotaSetup("purge_url", 5_000, 100_000),
                        new QuotaSetup("purge_host", 1_000, 10_000),
                        new QuotaSetup("purge_all", 1, 100),
                        new QuotaSetup("purge_cache_tag", 100, 1_000),
                        new QuotaSetup(PREFETCH, 500, 5_000)),
                false);
    }

    public ZoneSetup withAlias(String newAlias) {
        return new ZoneSetup(zoneId, name, newAlias, area, plan, hosts, quotas, locked);
    }

    public ZoneSetup withArea(String newArea) {
        return new ZoneSetup(zoneId, name, alias, newArea, plan, hosts, quotas, locked);
    }

    public ZoneSetup withPlan(String newPlan) {
        return new ZoneSetup(zoneId, name, alias, area, newPlan, hosts, quotas, locked);
    }

    /** The same zone with another quota for one type. */
    public ZoneSetup withQuota(String type, long batch, long daily) {
        List<QuotaSetup> more = new ArrayList<>(withoutType(type).quotas);
        more.add(new QuotaSetup(type, batch, daily));
        return new ZoneSetup(zoneId, name, alias, area, plan, hosts, more, locked);
    }

    /** The same zone on a plan that refuses one type. */
    public ZoneSetup withoutType(String type) {
        List<QuotaSetup> fewer = quotas.stream().filter(q -> !q.type().equals(type)).toList();
        return new ZoneSetup(zoneId, name, alias, area, plan, hosts, fewer, locked);
    }

    public ZoneSetup asLocked() {
        return new ZoneSetup(zoneId, name, alias, area, plan, hosts, quotas, true);
    }

    public Optional<QuotaSetup> quota(String type) {
        return quotas.stream().filter(q -> q.type().equals(type)).findFirst();
    }

    /** Whether the zone covers a host, including by wildcard; case is ignored. */
    public boolean covers(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return hosts.stream()
                .anyMatch(
                        h ->
                                h.startsWith("*.")
                                        ? asked.endsWith(h.substring(1))
                                                && asked.length() >= h.length()
                                                && !asked.startsWith(".")
                                        : h.equals(asked));
    }
}
