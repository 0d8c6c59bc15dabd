package edgeone.purge.teo;

import edgeone.purge.messages.Language;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.net.HttpStack;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.reply.Paging;
import edgeone.purge.teo.reply.PurgeReply;
import edgeone.purge.teo.reply.PurgeTasks;
import edgeone.purge.teo.reply.ReplyClock;
import edgeone.purge.teo.reply.Rows;
import edgeone.purge.teo.reply.ServerClock;
import edgeone.purge.teo.watch.CallSubject;
import edgeone.purge.teo.watch.CallWatcher;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Speaks the API over HTTP/1.1 with signature v3. Thread-safe. */
public final class HttpTeoClient implements TeoClient {
    private static final int ZONES_PAGE = 100;
    private static final int DOMAINS_PAGE = 200;

    private final Exchange exchange;
    private final Caller caller;
    private final ReplyClock serverClock;

    /**
     * @param credentials asked before each request; may block
     * @param gate called as the last step before a request's bytes leave
     * @param clock this machine's
     * @param language of EdgeOne's messages, asked before each request
     * @param region sent as {@code X-TC-Region}; null to omit it, as EdgeOne advises
     * @throws InvalidSettingException if the CA file cannot be used
     */
    public HttpTeoClient(
            TeoEndpoint endpoint,
            Supplier<Credentials> credentials,
            RequestGate gate,
            Clock clock,
            NetworkOptions network,
            Supplier<Language> language,
            @Nullable String region) {
        this(
                endpoint,
                credentials,
                gate,
                clock,
                network,
                language,
                region,
                SecretCover.NONE,
                CallWatcher.NONE);
    }

    /**
     * Like the other constructor, for real keys.
     *
     * @param cover applied to EdgeOne's answers and to network errors
     * @param watcher told of each request, uncovered
     */
    public HttpTeoClient(
            TeoEndpoint endpoint,
            Supplier<Credentials> credentials,
            RequestGate gate,
            Clock clock,
            NetworkOptions network,
            Supplier<Language> language,
            @Nullable String region,
            SecretCover cover,
            CallWatcher watcher) {
        serverClock = new ReplyClock();
        SigningInterceptor signing =
                new SigningInterceptor(gate, clock, serverClock, network.callTimeout());
        exchange = new Exchange(HttpStack.build(network, signing), endpoint, cover);
        caller =
                new Caller(
                        exchange,
                        endpoint,
                        credentials,
                        gate,
                        serverClock,
                        language,
                        region,
                        cover,
                        watcher,
                        null);
    }

    private HttpTeoClient(Exchange exchange, Caller caller, ReplyClock serverClock) {
        this.exchange = exchange;
        this.caller = caller;
        this.serverClock = serverClock;
    }

    @Override
    public String ask(String action, byte[] body) throws TeoException, InterruptedException {
        return caller.call(action, body).json();
    }

    @Override
    public TeoClient heard(CallWatcher also) {
        return new HttpTeoClient(exchange, caller.heard(also), serverClock);
    }

    @Override
    public TeoClient about(CallSubject subject) {
        return new HttpTeoClient(exchange, caller.about(subject), serverClock);
    }

    @Override
    public List<Zone> describeZones() throws TeoException, InterruptedException {
        return Paging.all(
                "Zones",
                ZONES_PAGE,
                (offset, limit) ->
                        caller.call("DescribeZones", RequestBodies.describeZones(offset, limit)),
                Rows::zone,
                Zone::zoneId);
    }

    @Override
    public List<AccelerationDomain> describeAccelerationDomains(String zoneId)
            throws TeoException, InterruptedException {
        return Paging.all(
                "AccelerationDomains",
                DOMAINS_PAGE,
                (offset, limit) ->
                        caller.call(
                                "DescribeAccelerationDomains",
                                RequestBodies.describeAccelerationDomains(zoneId, offset, limit)),
                Rows::domain,
                AccelerationDomain::name);
    }

    @Override
    public List<Quota> describeContentQuota(String zoneId)
            throws TeoException, InterruptedException {
        return Rows.quota(
                caller.call("DescribeContentQuota", RequestBodies.describeContentQuota(zoneId)));
    }

    @Override
    public PurgeReply createPurgeTask(PurgeOrder order, Departure departure)
            throws TeoException, InterruptedException {
        return Rows.purgeReply(caller.call(order.action(), order.body(), departure));
    }

    @Override
    public PurgeTasks describePurgeTasks(PurgeTaskQuery query)
            throws TeoException, InterruptedException {
        return new TaskLookup(caller, query).run();
    }

    @Override
    public ServerClock serverClock() {
        return serverClock;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
