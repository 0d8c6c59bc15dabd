package edgeone.purge.emulator.api.state;

import java.util.List;

/** The built-in zones. Their ids never change; names and numbers are invented. */
public final class DemoZones {
    private static final String URLS = "purge_url";
    private static final String TAGS = "purge_cache_tag";

    /**
     * All zones. The first accepts all five types, is unlocked and has hosts without a wildcard;
     * two share a name; one is on a plan without cache tags and prefetch; one is locked.
     */
    public static List<ZoneSetup> all() {
        return List.of(
                ZoneSetup.of(
                                "zone-2x5demo00001",
                                "example.com",
                                "www.example.com",
                                "img.example.com",
                                "static.example.com",
                                "*.preview.example.com")
                        .withPlan("plan-standard")
                        .withQuota(URLS, 1_000, 10_000)
                        .withQuota("purge_prefix", 100, 1_000)
                        .withQuota("purge_host", 100, 1_000),
                ZoneSetup.of(
                        "zone-2x5demo00002", "apache.org", "doris.apache.org", "www.apache.org"),
                ZoneSetup.of(
                                "zone-2x5demo00003",
                                "example.org",
                                "www.example.org",
                                "shop.example.org")
                        .withAlias("example-org-global")
                        .withArea("overseas"),
                ZoneSetup.of("zone-2x5demo00004", "example.org", "cn.example.org")
                        .withAlias("example-org-mainland")
                        .withArea("mainland"),
                ZoneSetup.of("zone-2x5demo00005", "example.net", "www.example.net")
                        .withPlan("plan-basic")
                        .withQuota(URLS, 100, 500)
                        .withoutType(TAGS)
                        .withoutType(ZoneSetup.PREFETCH),
                ZoneSetup.of("zone-2x5demo00006", "example.edu", "www.example.edu").asLocked());
    }

    private DemoZones() {}
}
