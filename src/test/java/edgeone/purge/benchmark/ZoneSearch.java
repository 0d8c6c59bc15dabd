package edgeone.purge.benchmark;

import static edgeone.purge.benchmark.Benchmarks.rounded;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.zones.KnownZones.Timed;
import edgeone.purge.zones.ZoneFinder;
import edgeone.purge.zones.ZonePicks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How long the zone picker searches for each letter that is typed. */
final class ZoneSearch {
    private static final int ZONES = 2_000;
    private static final int HOSTS = 20;
    private static final List<String> TYPED =
            List.of("shop-1987.example", "zone-0042", "static-7.site-19", "nothing at all", "例子");

    private ZoneSearch() {}

    static Map<String, Object> measure() {
        List<Zone> zones =
                IntStream.range(0, ZONES)
                        .mapToObj(
                                i ->
                                        new Zone(
                                                "zone-%04d".formatted(i),
                                                "site-" + i + ".example",
                                                i % 3 == 0 ? "alias " + i : "",
                                                "global",
                                                "active",
                                                false))
                        .toList();
        Map<String, Timed<AccelerationDomain>> hosts = new HashMap<>();
        for (Zone zone : zones) {
            hosts.put(
                    zone.zoneId(),
                    new Timed<>(
                            Instant.EPOCH,
                            IntStream.range(0, HOSTS)
                                    .mapToObj(
                                            i ->
                                                    new AccelerationDomain(
                                                            "static-" + i + "." + zone.zoneName(),
                                                            "online"))
                                    .toList()));
        }
        long made = System.nanoTime();
        ZoneFinder finder = new ZoneFinder(zones, hosts, ZonePicks.NONE.toggled("zone-0007"));
        double making = millisSince(made);
        List<Double> strokes = new ArrayList<>();
        int found = 0;
        for (String text : TYPED) {
            for (int length = 0; length <= text.length(); length++) {
                long start = System.nanoTime();
                found += finder.find(text.substring(0, length)).size();
                strokes.add(millisSince(start));
            }
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was found");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zones", ZONES);
        json.put("hosts", ZONES * HOSTS);
        json.put("indexMillis", rounded(making));
        json.put("keystrokes", strokes.size());
        json.put("worstMillis", rounded(strokes.stream().max(Double::compare).orElseThrow()));
        json.put(
                "meanMillis",
                rounded(strokes.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return json;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
