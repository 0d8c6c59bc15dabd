package edgeone.purge.ui.zones;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.zones.ZoneReading;
import edgeone.purge.model.Zone;
import edgeone.purge.ui.kit.task.Latest;
import edgeone.purge.ui.kit.task.Tasks;
import edgeone.purge.zones.KnownZones;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the hosts of all zones in the background, some at a time, so that a zone is found by any of
 * its hosts. What was read within a day is good enough for that.
 */
public final class HostSweep {
    private static final int AT_A_TIME = 40;
    private static final Duration GOOD = Duration.ofDays(1);

    private final ZoneReading reading;
    private final ZoneBook book;
    private final Latest running;
    private final Clock clock;
    private final Set<String> asked = new HashSet<>();

    public HostSweep(PurgeEngine engine, ZoneBook book, Tasks tasks, Clock clock) {
        reading = new ZoneReading(engine);
        this.book = book;
        this.clock = clock;
        running = tasks.latestCall();
    }

    /**
     * Begins anew with an account whose zones were just listed. A window that remembers nothing
     * would ask EdgeOne for all hosts with every start, and does not.
     */
    public void begin(Connection connection) {
        asked.clear();
        if (book.remembers()) {
            next(connection);
        }
    }

    public void stop() {
        running.drop();
    }

    private void next(Connection connection) {
        KnownZones known = book.knownProperty().get();
        List<Zone> zones = known == null ? List.of() : due(known);
        if (zones.isEmpty()) {
            return;
        }
        zones.forEach(zone -> asked.add(zone.zoneId()));
        running.run(
                () -> reading.hosts(connection, zones),
                hosts -> {
                    book.learned(hosts, clock.instant());
                    next(connection);
                },
                _ -> {
                    // Zones are found by fewer hosts then; what matters more has its own message.
                });
    }

    private List<Zone> due(KnownZones known) {
        Instant old = clock.instant().minus(GOOD);
        return known.zones().stream()
                .filter(zone -> !asked.contains(zone.zoneId()))
                .filter(zone -> isOlder(known.hosts().get(zone.zoneId()), old))
                .limit(AT_A_TIME)
                .toList();
    }

    private static boolean isOlder(KnownZones.@Nullable Timed<?> read, Instant than) {
        return read == null || read.readAt().isBefore(than);
    }
}
