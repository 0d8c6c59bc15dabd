package edgeone.purge.zones;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * What a window remembers of zones. Keeping returns at once: it is written in the background, and
 * of several that wait only the newest. Thread-safe.
 */
public final class ZoneMemory {
    private final KnownZonesFile known;
    private final ZonePicksFile picks;
    private final AtomicReference<@Nullable KnownZones> waiting = new AtomicReference<>();

    public ZoneMemory(KnownZonesFile known, ZonePicksFile picks) {
        this.known = known;
        this.picks = picks;
    }

    /** What was known last time. Blocks on the disk. */
    public Optional<KnownZones> known(ZoneOwner owner) {
        return known.read(owner);
    }

    /** What was marked and used last. Blocks on the disk. */
    public ZonePicks picks(ZoneOwner owner) {
        return picks.read(owner);
    }

    /** Changes what was marked or used last. Blocks on the disk. */
    public ZonePicks change(ZoneOwner owner, UnaryOperator<ZonePicks> change) {
        return picks.change(owner, change);
    }

    /** Keeps what is known now for the next time. */
    public void keep(KnownZones now) {
        if (waiting.getAndSet(now) == null) {
            Thread.ofVirtual().name("known zones").start(this::write);
        }
    }

    private synchronized void write() {
        KnownZones next = waiting.getAndSet(null);
        if (next != null) {
            known.write(next);
        }
    }
}
