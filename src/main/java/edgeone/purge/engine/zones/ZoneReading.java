package edgeone.purge.engine.zones;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Reads several zones at a time. An interrupt ends it. Thread-safe. */
public final class ZoneReading {
    /** Enough for the full rate if EdgeOne takes 0.4 s to answer. */
    private static final int AT_ONCE = 8;

    private final PurgeEngine engine;

    public ZoneReading(PurgeEngine engine) {
        this.engine = engine;
    }

    /**
     * Reads hosts and quota of each zone. Parts that EdgeOne refuses to return are named in the
     * result; a rejected key or an unreachable endpoint is an error.
     */
    public List<ZoneFacts> facts(Connection connection, List<Zone> zones)
            throws TeoException, InterruptedException {
        return each(zones, zone -> () -> engine.facts(connection, zone));
    }

    /**
     * Reads the hosts of each zone.
     *
     * @return by zone ID; a zone whose hosts EdgeOne refuses to return is absent
     */
    public Map<String, List<AccelerationDomain>> hosts(Connection connection, List<Zone> zones)
            throws TeoException, InterruptedException {
        List<@Nullable List<AccelerationDomain>> read =
                each(zones, zone -> () -> hosts(connection, zone));
        Map<String, List<AccelerationDomain>> hosts = new HashMap<>();
        for (int i = 0; i < zones.size(); i++) {
            @Nullable List<AccelerationDomain> of = read.get(i);
            if (of != null) {
                hosts.put(zones.get(i).zoneId(), of);
            }
        }
        return hosts;
    }

    private @Nullable List<AccelerationDomain> hosts(Connection connection, Zone zone)
            throws TeoException, InterruptedException {
        try {
            return engine.hosts(connection, zone);
        } catch (RefusedException e) {
            return switch (e.errorClass()) {
                case PERMISSION, INPUT, ZONE -> null;
                case AUTH, CLOCK, QUOTA, THROTTLE, SERVER, NETWORK, UNREADABLE -> throw e;
            };
        }
    }

    private static <T extends @Nullable Object> List<T> each(
            List<Zone> zones, Function<Zone, Callable<T>> read)
            throws TeoException, InterruptedException {
        try (ExecutorService reading =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<T>> answers = zones.stream().map(read).map(reading::submit).toList();
            try {
                List<T> all = new ArrayList<>();
                for (Future<T> answer : answers) {
                    all.add(answer.get());
                }
                return all;
            } catch (ExecutionException e) {
                throw cause(e);
            } finally {
                reading.shutdownNow();
            }
        }
    }

    private static TeoException cause(ExecutionException e) {
        return switch (e.getCause()) {
            case TeoException trouble -> trouble;
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException(e);
        };
    }
}
