package edgeone.purge.emulator.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cache of one node. Thread-safe. */
final class CacheNode {
    private final Map<String, CachedObject> objects = new HashMap<>();
    private long purges;

    /** An object, and the number of purges the node had seen by then. */
    record Look(Optional<CachedObject> object, long purges) {}

    synchronized Look look(String host, String path) {
        return new Look(Optional.ofNullable(objects.get(host + path)), purges);
    }

    /**
     * Caches an object unless a purge came after the lookup that led to it: what was fetched before
     * a purge must not survive it.
     */
    synchronized void keep(CachedObject object, Look since) {
        if (since.purges == purges) {
            objects.put(object.host() + object.path(), object);
        }
    }

    /** Caches an object that was fetched ahead. */
    synchronized void put(CachedObject object) {
        objects.put(object.host() + object.path(), object);
    }

    synchronized void apply(List<DuePurge> due) {
        for (DuePurge purge : due) {
            purges++;
            if (purge.delete()) {
                objects.values().removeIf(purge.matches());
            } else {
                objects.replaceAll(
                        (key, object) ->
                                purge.matches().test(object) ? object.invalidated() : object);
            }
        }
    }
}
