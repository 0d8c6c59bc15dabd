package edgeone.purge.zones;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of an account's zones a person marked, and which they used last.
 *
 * @param favourites zone IDs in the order in which they were marked
 * @param recent zone IDs, the last used first; at most {@value #REMEMBERED}
 */
public record ZonePicks(List<String> favourites, List<String> recent) {
    static final int REMEMBERED = 8;

    public static final ZonePicks NONE = new ZonePicks(List.of(), List.of());

    public ZonePicks {
        favourites = List.copyOf(favourites);
        recent = List.copyOf(recent);
    }

    public boolean isFavourite(String zoneId) {
        return favourites.contains(zoneId);
    }

    /** Marks the zone, or takes its mark away. */
    public ZonePicks toggled(String zoneId) {
        List<String> next = new ArrayList<>(favourites);
        if (!next.remove(zoneId)) {
            next.add(zoneId);
        }
        return new ZonePicks(next, recent);
    }

    /** With this zone as the one used last. */
    public ZonePicks used(String zoneId) {
        List<String> next = new ArrayList<>(recent);
        next.remove(zoneId);
        next.addFirst(zoneId);
        return new ZonePicks(favourites, next.subList(0, Math.min(REMEMBERED, next.size())));
    }
}
