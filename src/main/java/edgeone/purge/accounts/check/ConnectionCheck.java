package edgeone.purge.accounts.check;

import edgeone.purge.accounts.Site;
import edgeone.purge.accounts.check.ConnectionReport.Allowed;
import edgeone.purge.accounts.check.ConnectionReport.Capability;
import edgeone.purge.accounts.check.ConnectionReport.Interference;
import edgeone.purge.accounts.check.ConnectionReport.NotTried;
import edgeone.purge.accounts.check.ConnectionReport.OtherSite;
import edgeone.purge.accounts.check.ConnectionReport.Refused;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.PurgeTaskQuery;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.reply.ServerClock;

import org.jspecify.annotations.Nullable;

import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Signs in and tests what a key may read: zones, and on the first of them quota, hosts and history.
 * Never purges. Blocks up to the client's timeouts.
 */
public final class ConnectionCheck {
    private static final String UNKNOWN_KEY = "AuthFailure.SecretIdNotFound";
    private static final Duration HISTORY = Duration.ofMinutes(10);

    private final ClientOpener opener;
    private final ProxyRoute route;
    private final Clock clock;

    /** Opens a client for a site; {@code app} knows how. */
    @FunctionalInterface
    public interface ClientOpener {
        TeoClient open(TeoEndpoint endpoint, Credentials credentials);
    }

    /** Finds the proxy that requests go through. */
    @FunctionalInterface
    public interface ProxyRoute {
        /** The proxy as {@code host:port}; empty for direct connections. */
        Optional<String> proxyTo(TeoEndpoint endpoint);
    }

    /** An action that returns a list. */
    private interface Reading {
        List<?> read() throws TeoException, InterruptedException;
    }

    public ConnectionCheck(ClientOpener opener, ProxyRoute route, Clock clock) {
        this.opener = opener;
        this.route = route;
        this.clock = clock;
    }

    /**
     * Runs the check.
     *
     * @param site where the account signs in; the other official site is asked only if this one is
     *     official too and does not know the key
     */
    public ConnectionReport run(Site site, Credentials credentials) throws InterruptedException {
        String proxy = route.proxyTo(site.endpoint()).orElse(null);
        try (TeoClient client = opener.open(site.endpoint(), credentials)) {
            List<Zone> zones;
            try {
                zones = client.describeZones();
            } catch (TeoException e) {
                return withoutZones(site, credentials, client, e, proxy);
            }
            Zone zone = zones.isEmpty() ? null : zones.getFirst();
            Instant now = client.serverClock().earliest(clock.instant());
            Capability quota = new NotTried();
            Capability domains = new NotTried();
            Capability history = new NotTried();
            if (zone != null) {
                String id = zone.zoneId();
                quota = capability(() -> client.describeContentQuota(id));
                domains = capability(() -> client.describeAccelerationDomains(id));
                history =
                        capability(
                                () ->
                                        client.describePurgeTasks(
                                                        new PurgeTaskQuery.ByTime(
                                                                id, now.minus(HISTORY), now, null))
                                                .rows());
            }
            ServerClock serverClock = client.serverClock();
            return new ConnectionReport(
                    new Allowed(zones.size()),
                    quota,
                    domains,
                    history,
                    zones,
                    zone,
                    OtherSite.NOT_ASKED,
                    serverClock.offset(),
                    serverClock.corrected(),
                    proxy,
                    Interference.NONE);
        }
    }

    private ConnectionReport withoutZones(
            Site site,
            Credentials credentials,
            TeoClient client,
            TeoException trouble,
            @Nullable String proxy)
            throws InterruptedException {
        return new ConnectionReport(
                new Refused(trouble),
                new NotTried(),
                new NotTried(),
                new NotTried(),
                List.of(),
                null,
                trouble.code().equals(UNKNOWN_KEY)
                        ? askOther(site, credentials)
                        : OtherSite.NOT_ASKED,
                client.serverClock().offset(),
                client.serverClock().corrected(),
                proxy,
                interference(trouble, proxy));
    }

    private static Capability capability(Reading reading) throws InterruptedException {
        try {
            return new Allowed(reading.read().size());
        } catch (TeoException e) {
            return new Refused(e);
        }
    }

    /** Any answer except "unknown" means that the site knows the key, even without permission. */
    private OtherSite askOther(Site site, Credentials credentials) throws InterruptedException {
        Optional<Site> other = site.other();
        if (other.isEmpty()) {
            return OtherSite.NOT_ASKED;
        }
        try (TeoClient client = opener.open(other.get().endpoint(), credentials)) {
            client.describeZones();
            return OtherSite.KNOWS_IT;
        } catch (TeoException e) {
            if (e.code().equals(UNKNOWN_KEY)) {
                return OtherSite.NEITHER_KNOWS_IT;
            }
            return switch (e.errorClass()) {
                // EdgeOne checks signature and token only for a key it knows.
                case AUTH, PERMISSION -> OtherSite.KNOWS_IT;
                case CLOCK, QUOTA, THROTTLE, INPUT, ZONE, SERVER, NETWORK, UNREADABLE ->
                        OtherSite.NO_ANSWER;
            };
        }
    }

    private static Interference interference(TeoException trouble, @Nullable String proxy) {
        switch (trouble.code()) {
            case "Http.407", "Network.ProxySignIn", "Network.ProxyPassword" -> {
                return Interference.PROXY_WANTS_SIGN_IN;
            }
            case "Network.Proxy" -> {
                return Interference.PROXY_FAILED;
            }
            default -> {}
        }
        for (Throwable t = trouble; t != null; t = t.getCause()) {
            if (t instanceof CertificateException || t instanceof SSLPeerUnverifiedException) {
                return Interference.UNTRUSTED_CERTIFICATE;
            }
        }
        return switch (trouble.errorClass()) {
            case NETWORK -> proxy == null ? Interference.NONE : Interference.PROXY_FAILED;
            case UNREADABLE -> Interference.NOT_EDGEONE;
            case AUTH, CLOCK, PERMISSION, QUOTA, THROTTLE, INPUT, ZONE, SERVER -> Interference.NONE;
        };
    }
}
