package edgeone.purge.engine.plan;

import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Reads;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnreachableException;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Reads what planning needs to know of a zone: its hosts and its quotas. */
public final class FactsReader {
    private final TeoClient client;
    private final Reads reads;
    private final Clock clock;

    public FactsReader(TeoClient client, Reads reads, Clock clock) {
        this.client = client;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Parts that EdgeOne refuses to return are named in the result; a rejected key or an
     * unreachable endpoint is an error.
     */
    public ZoneFacts of(Zone zone) throws TeoException, InterruptedException {
        ZoneHosts hosts =
                zone.zoneName().isEmpty()
                        ? new ZoneHosts.Unchecked()
                        : new ZoneHosts.Suffix(zone.zoneName().toLowerCase(Locale.ROOT));
        List<AccelerationDomain> domains = List.of();
        @Nullable TeoException hostsTrouble = null;
        try {
            domains = ask(() -> client.describeAccelerationDomains(zone.zoneId()));
            hosts = new ZoneHosts.Listed(domains);
        } catch (TeoException e) {
            hostsTrouble = tolerable(e);
        }
        List<Quota> quotas = List.of();
        @Nullable TeoException quotaTrouble = null;
        try {
            quotas = ask(() -> client.describeContentQuota(zone.zoneId()));
        } catch (TeoException e) {
            quotaTrouble = tolerable(e);
        }
        return new ZoneFacts(
                zone, hosts, domains, quotas, clock.instant(), hostsTrouble, quotaTrouble);
    }

    private <T> T ask(Reads.Read<T> read) throws TeoException, InterruptedException {
        return reads.ask(read, Progress.SILENT, new RunControl());
    }

    private static TeoException tolerable(TeoException e) throws TeoException {
        if (e.errorClass() == ErrorClass.AUTH
                || e.errorClass() == ErrorClass.CLOCK
                || e instanceof UnreachableException) {
            throw e;
        }
        return e;
    }
}
