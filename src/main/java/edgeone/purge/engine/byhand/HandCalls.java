package edgeone.purge.engine.byhand;

import edgeone.purge.engine.PurgeEngine;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.TeoClient;
import edgeone.purge.teo.error.TeoException;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes calls by hand. A purge is only planned here: it is submitted like any other, by the engine,
 * on a connection that {@link #hearing} listens to.
 */
public final class HandCalls {
    private final PurgeEngine engine;
    private final UnaryOperator<String> cover;
    private final Mock mock;

    /**
     * @param cover removes secrets
     */
    public HandCalls(PurgeEngine engine, UnaryOperator<String> cover, Mock mock) {
        this.engine = engine;
        this.cover = cover;
        this.mock = mock;
    }

    /**
     * Sends one request of an action that reads; it is paced and recorded like every other.
     *
     * @param body JSON in UTF-8
     * @throws IllegalArgumentException if the action may change something
     */
    public HandReply read(Connection connection, String action, byte[] body)
            throws InterruptedException {
        if (Manner.of(action) != Manner.READ) {
            throw new IllegalArgumentException(action + " may change something");
        }
        return ask(connection.client(), action, body, cover);
    }

    /** Lets the mock answer. */
    public HandReply mock(String action, byte[] body) throws InterruptedException {
        return mock.answer(action, body);
    }

    /** One request, whatever the action does: for a client of an EdgeOne of one's own. */
    public static HandReply ask(
            TeoClient client, String action, byte[] body, UnaryOperator<String> cover)
            throws InterruptedException {
        Hearing hearing = new Hearing(action, cover);
        try {
            return new HandReply(client.heard(hearing).ask(action, body), null);
        } catch (TeoException e) {
            return new HandReply(hearing.text(), e);
        }
    }

    /** The zone that a purge names by its ID; empty if the account cannot see it. */
    public Optional<Zone> zone(Connection connection, HandPurge purge)
            throws TeoException, InterruptedException {
        return engine.zones(connection).stream()
                .filter(zone -> zone.zoneId().equals(purge.zoneId()))
                .findFirst();
    }

    /** Plans a purge. Nothing is sent but reads. */
    public Plan plan(Connection connection, HandPurge purge, Zone zone)
            throws TeoException, InterruptedException {
        ZoneFacts facts = engine.facts(connection, zone);
        return engine.plan(purge.in(zone), facts);
    }

    /** Hears what comes back to a purge, on {@link Connection#heard}. */
    public Hearing hearing() {
        return new Hearing(HandPurge.ACTION, cover);
    }
}
