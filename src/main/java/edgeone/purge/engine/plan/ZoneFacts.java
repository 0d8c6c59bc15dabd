package edgeone.purge.engine.plan;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.teo.error.TeoException;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What EdgeOne reported about a zone, read once before planning.
 *
 * @param domains its acceleration domains; empty if they could not be read
 * @param quotas its quotas by type; empty if they could not be read
 * @param hostsTrouble why the domains could not be read; null if they could
 * @param quotaTrouble why the quotas could not be read; null if they could
 */
public record ZoneFacts(
        Zone zone,
        ZoneHosts hosts,
        List<AccelerationDomain> domains,
        List<Quota> quotas,
        Instant readAt,
        @Nullable TeoException hostsTrouble,
        @Nullable TeoException quotaTrouble) {
    public ZoneFacts {
        domains = List.copyOf(domains);
        quotas = List.copyOf(quotas);
    }
}
