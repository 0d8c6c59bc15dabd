package edgeone.purge.ui.zones;

import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.zones.KnownZones;
import edgeone.purge.zones.ZoneMemory;
import edgeone.purge.zones.ZoneOwner;
import edgeone.purge.zones.ZonePicks;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is known of the zones of the account at hand: at first what was known last time, then what
 * EdgeOne says, which is kept for the next time.
 */
public final class ZoneBook {
    private final @Nullable ZoneMemory memory;
    private final Tasks tasks;
    private final Latest recalling;
    private final ReadOnlyObjectWrapper<@Nullable KnownZones> known = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ZonePicks> picks =
            new ReadOnlyObjectWrapper<>(ZonePicks.NONE);

    /**
     * @param memory null for a window that remembers nothing
     */
    public ZoneBook(@Nullable ZoneMemory memory, Tasks tasks) {
        this.memory = memory;
        this.tasks = tasks;
        recalling = tasks.latest();
    }

    /** What was known last time, with what was marked and used. */
    public record Recalled(KnownZones known, ZonePicks picks) {}

    /** Begins with what was known last time of the account that is about to be opened. */
    public void begin(Recalled last) {
        known.set(last.known());
        picks.set(last.picks());
    }

    /** A search in what is known, to be closed after use. */
    public ZoneSearch search() {
        return new ZoneSearch(this, tasks);
    }

    /** Whether anything is kept for the next time. */
    boolean remembers() {
        return memory != null;
    }

    /** Whether what is known is known of this account. */
    public boolean isOf(ZoneOwner owner) {
        KnownZones now = known.get();
        return now != null && now.owner().equals(owner);
    }

    /**
     * Turns to an account, and recalls what was known of it.
     *
     * @param recalled runs when that is there, unless EdgeOne has listed the zones before
     */
    public void turnTo(ZoneOwner owner, Runnable recalled) {
        known.set(KnownZones.none(owner));
        picks.set(ZonePicks.NONE);
        ZoneMemory from = memory;
        if (from == null) {
            return;
        }
        recalling.run(
                () ->
                        new Recalled(
                                from.known(owner).orElseGet(() -> KnownZones.none(owner)),
                                from.picks(owner)),
                last -> {
                    picks.set(last.picks());
                    KnownZones now = known.get();
                    if (now != null && now.zones().isEmpty()) {
                        known.set(last.known());
                        recalled.run();
                    }
                },
                _ -> {
                    // Nothing is known then, as the first time.
                });
    }

    /** Turns away from the account. */
    public void leave() {
        recalling.drop();
        known.set(null);
        picks.set(ZonePicks.NONE);
    }

    /** EdgeOne listed the zones. */
    public void listed(List<Zone> zones, Instant now) {
        change(before -> before.withZones(now, zones));
    }

    /** EdgeOne told of several zones. */
    public void learned(List<ZoneFacts> facts) {
        change(
                before -> {
                    KnownZones after = before;
                    for (ZoneFacts each : facts) {
                        after = after.with(each);
                    }
                    return after;
                });
    }

    /** EdgeOne told of a zone. */
    public void learned(ZoneFacts facts) {
        change(before -> before.with(facts));
    }

    /** EdgeOne told the hosts of several zones. */
    public void learned(Map<String, List<AccelerationDomain>> hosts, Instant now) {
        change(before -> before.withHosts(hosts, now));
    }

    /** A zone was chosen. */
    public void chose(String zoneId) {
        KnownZones now = known.get();
        if (now != null && !now.chosen().equals(zoneId)) {
            change(before -> before.withChosen(zoneId));
        }
    }

    private void change(UnaryOperator<KnownZones> step) {
        KnownZones before = known.get();
        if (before != null) {
            KnownZones after = step.apply(before);
            known.set(after);
            if (memory != null) {
                memory.keep(after);
            }
        }
    }

    /** Marks a zone, or takes its mark away. */
    public void toggle(String zoneId) {
        changePicks(before -> before.toggled(zoneId));
    }

    /** A zone was picked to work with. */
    public void use(String zoneId) {
        changePicks(before -> before.used(zoneId));
    }

    private void changePicks(UnaryOperator<ZonePicks> step) {
        picks.set(step.apply(picks.get()));
        KnownZones of = known.get();
        ZoneMemory to = memory;
        if (of != null && to != null) {
            tasks.run(
                    () -> to.change(of.owner(), step),
                    _ -> {},
                    _ -> {
                        // It holds until the window is closed.
                    });
        }
    }

    /** Null until an account is at hand. */
    public ReadOnlyObjectProperty<@Nullable KnownZones> knownProperty() {
        return known.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ZonePicks> picksProperty() {
        return picks.getReadOnlyProperty();
    }
}
