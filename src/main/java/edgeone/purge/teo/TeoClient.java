package edgeone.purge.teo;

import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.error.UnreachableException;
import edgeone.purge.teo.reply.PurgeReply;
import edgeone.purge.teo.reply.PurgeTasks;
import edgeone.purge.teo.reply.ServerClock;
import edgeone.purge.teo.watch.CallSubject;
import edgeone.purge.teo.watch.CallWatcher;

import java.util.List;

/**
 * The EdgeOne actions (API version 2022-09-01) this program needs. Every method blocks, makes one
 * request per page, and throws a {@link TeoException} that says what is known about the request.
 * None retries, except once to sign again with a corrected clock.
 */
public interface TeoClient extends AutoCloseable {

    /** All zones the key can see, all pages. */
    List<Zone> describeZones() throws TeoException, InterruptedException;

    /** All acceleration domains of a zone, all pages. */
    List<AccelerationDomain> describeAccelerationDomains(String zoneId)
            throws TeoException, InterruptedException;

    /** Quotas of a zone by type, purges and prefetches; a type EdgeOne does not list is absent. */
    List<Quota> describeContentQuota(String zoneId) throws TeoException, InterruptedException;

    /**
     * Submits one batch, with the action that takes the order. Exactly one request leaves, or none.
     *
     * @param departure asked as the last step before the bytes leave
     * @throws RefusedException EdgeOne answered with an error
     * @throws UnreachableException nothing left this machine
     * @throws UnansweredException bytes may have left and no usable answer came back
     */
    PurgeReply createPurgeTask(PurgeOrder order, Departure departure)
            throws TeoException, InterruptedException;

    /** The same for a request that is never held back. */
    default PurgeReply createPurgeTask(PurgeOrder order) throws TeoException, InterruptedException {
        return createPurgeTask(order, Departure.FREE);
    }

    /**
     * One complete lookup in the list that the query asks: all pages of it.
     *
     * @throws UnansweredException also if the pages do not add up to the total EdgeOne reports
     */
    PurgeTasks describePurgeTasks(PurgeTaskQuery query) throws TeoException, InterruptedException;

    /**
     * Asks with an action and a body of one's own: exactly one request, of one that only reads.
     *
     * @param body JSON in UTF-8
     * @return the reply's {@code Response}, as compact JSON
     */
    String ask(String action, byte[] body) throws TeoException, InterruptedException;

    /** The same client, which tells {@code also} too of each call. */
    TeoClient heard(CallWatcher also);

    /** The same client, whose watcher is told that calls are made for {@code subject}. */
    TeoClient about(CallSubject subject);

    /** What is known about EdgeOne's clock from the replies so far. */
    ServerClock serverClock();

    /** Drops pooled connections; running calls fail. */
    @Override
    void close();
}
