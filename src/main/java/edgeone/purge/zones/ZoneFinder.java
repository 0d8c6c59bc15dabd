package edgeone.purge.zones;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.zones.KnownZones.Timed;

import org.jspecify.annotations.Nullable;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds zones by what a person types of their name, alias, ID or hosts. Made once for a list of
 * zones, then asked with every keystroke.
 */
public final class ZoneFinder {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A zone that was found.
     *
     * @param host the host it was found by; null where its name, alias or ID fits
     */
    public record Found(Zone zone, boolean favourite, boolean recent, @Nullable String host) {}

    /**
     * A zone, with its texts in lower case.
     *
     * @param names its name, and where that is Punycode, the characters it stands for
     * @param hosts its hosts likewise, one a line: one long text is searched faster than many
     * @param wildcards what hosts end with that a wildcard takes
     */
    private record Entry(
            Zone zone,
            int favourite,
            int recent,
            String names,
            String alias,
            String hosts,
            List<String> wildcards) {}

    /**
     * @param zones in the order in which they are listed where nothing else tells
     * @param hosts as far as they are known, by zone ID
     */
    public ZoneFinder(
            List<Zone> zones, Map<String, Timed<AccelerationDomain>> hosts, ZonePicks picks) {
        Map<String, Integer> favourites = ranks(picks.favourites());
        Map<String, Integer> recent = ranks(picks.recent());
        for (Zone zone : zones) {
            String id = zone.zoneId();
            Timed<AccelerationDomain> known = hosts.get(id);
            List<AccelerationDomain> domains = known == null ? List.of() : known.list();
            entries.add(
                    new Entry(
                            zone,
                            favourites.getOrDefault(id, Integer.MAX_VALUE),
                            recent.getOrDefault(id, Integer.MAX_VALUE),
                            readings(zone.zoneName()),
                            lower(zone.alias()),
                            domains.stream()
                                    .map(domain -> readings(domain.name()))
                                    .collect(Collectors.joining()),
                            domains.stream()
                                    .filter(AccelerationDomain::isWildcard)
                                    .flatMap(domain -> readings(domain.name()).lines())
                                    .filter(name -> !name.isEmpty())
                                    .map(name -> name.substring(1))
                                    .toList()));
        }
    }

    /** The domain as it is written and as it is read, each between line breaks. */
    private static String readings(String domain) {
        String text = lower(domain);
        String read = text.contains("xn--") ? lower(IDN.toUnicode(text)) : text;
        return text.equals(read) ? "\n" + text + "\n" : "\n" + read + "\n" + text + "\n";
    }

    private static Map<String, Integer> ranks(List<String> ids) {
        Map<String, Integer> ranks = new HashMap<>();
        ids.forEach(id -> ranks.putIfAbsent(id, ranks.size()));
        return ranks;
    }

    /**
     * The zones that fit: favourites first, then those used last, then whose name begins with the
     * text, then the rest. All of them for a blank text.
     */
    public List<Found> find(String text) {
        String wanted = host(lower(text.strip()));
        record Ranked(Entry entry, int rank, Found found) {}
        List<Ranked> ranked = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = rank(entry, wanted);
            @Nullable String host = rank < 0 ? host(entry, wanted) : null;
            if (rank >= 0 || host != null) {
                ranked.add(
                        new Ranked(
                                entry,
                                rank < 0 ? 3 : rank,
                                new Found(
                                        entry.zone(),
                                        entry.favourite() < Integer.MAX_VALUE,
                                        entry.recent() < Integer.MAX_VALUE,
                                        host)));
            }
        }
        // A stable sort: what is equal keeps EdgeOne's order.
        ranked.sort(
                Comparator.<Ranked>comparingInt(r -> r.entry().favourite())
                        .thenComparingInt(r -> r.entry().recent())
                        .thenComparingInt(Ranked::rank));
        return ranked.stream().map(Ranked::found).toList();
    }

    /** How well name, alias or ID fit, 0 best; -1 where none does. */
    private static int rank(Entry entry, String wanted) {
        if (entry.names().contains("\n" + wanted)) {
            return 0;
        }
        if (entry.alias().startsWith(wanted) || entry.zone().zoneId().equals(wanted)) {
            return 1;
        }
        boolean inside =
                entry.names().contains(wanted)
                        || entry.alias().contains(wanted)
                        || entry.zone().zoneId().contains(wanted);
        return inside ? 2 : -1;
    }

    private static @Nullable String host(Entry entry, String wanted) {
        int at = entry.hosts().indexOf(wanted);
        if (at >= 0) {
            int start = entry.hosts().lastIndexOf('\n', at) + 1;
            return entry.hosts().substring(start, entry.hosts().indexOf('\n', at));
        }
        return entry.wildcards().stream()
                .filter(wanted::endsWith)
                .findFirst()
                .map(suffix -> "*" + suffix)
                .orElse(null);
    }

    /** What is sought where a whole address was pasted. */
    private static String host(String wanted) {
        int scheme = wanted.indexOf("://");
        if (scheme < 0) {
            return wanted;
        }
        String rest = wanted.substring(scheme + "://".length());
        int end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
