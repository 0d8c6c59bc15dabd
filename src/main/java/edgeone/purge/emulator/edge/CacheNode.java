package edgeone.purge.emulator.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The cache of one node. Thread-safe. */
final class CacheNode {
    private final Map<String, CachedObject> objects = new HashMap<>();
    private final Map<String, Late> late = new HashMap<>();
    private long purges;

    /**
     * An object, and the number of purges the node had seen by then.
     *
     * @param key what the object is kept under
     */
    record Look(String key, Optional<CachedObject> object, long purges) {}

    /** A purge of one object that takes effect later. */
    private record Late(Instant at, boolean delete) {}

    /**
     * @param variant what else it is kept under; may be empty
     */
    synchronized Look look(String host, String path, String variant) {
        String key = host + path + (variant.isEmpty() ? "" : "\n" + variant);
        return new Look(key, Optional.ofNullable(objects.get(key)), purges);
    }

    /**
     * Caches an object unless a purge came after the lookup that led to it: what was fetched before
     * a purge must not survive it.
     */
    synchronized void keep(CachedObject object, Look since) {
        if (since.purges == purges) {
            objects.put(since.key, object);
        }
    }

    /** Caches an object that was fetched ahead. */
    synchronized void put(CachedObject object) {
        objects.put(object.host() + object.path(), object);
    }

    /**
     * Lets purges take effect.
     *
     * @param delay how much later than ordered that happens to an object
     */
    synchronized void apply(
            List<DuePurge> due, Instant now, Function<CachedObject, Duration> delay) {
        for (DuePurge purge : due) {
            purges++;
            for (String key : List.copyOf(objects.keySet())) {
                CachedObject object = objects.get(key);
                if (object == null || !purge.matches().test(object)) {
                    continue;
                }
                Duration wait = delay.apply(object);
                if (wait.isZero()) {
                    purge(key, purge.delete());
                } else {
                    late.putIfAbsent(key, new Late(now.plus(wait), purge.delete()));
                }
            }
        }
        late.entrySet().removeIf(entry -> ripe(entry, now));
    }

    private boolean ripe(Map.Entry<String, Late> entry, Instant now) {
        if (entry.getValue().at().isAfter(now)) {
            return false;
        }
        purges++;
        purge(entry.getKey(), entry.getValue().delete());
        return true;
    }

    private void purge(String key, boolean delete) {
        if (delete) {
            objects.remove(key);
        } else {
            objects.computeIfPresent(key, (_, object) -> object.invalidated());
        }
    }
}
