package edgeone.purge.engine.verify;

import edgeone.purge.engine.run.Connection;
import edgeone.purge.model.probe.VerifyOrder;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is verified where an account purges. */
public final class VerifyOrders {
    private VerifyOrders() {}

    /**
     * An order.
     *
     * @param edges as given; empty for the account's own, or the one DNS names
     * @param sample null for all targets
     * @param allowPrivate whether private addresses were allowed; they are anyway where the
     *     account's endpoint is on this machine
     */
    public static VerifyOrder of(
            Connection connection,
            List<String> edges,
            @Nullable Integer sample,
            long seed,
            boolean allowPrivate) {
        boolean here = connection.demo() || TeoEndpoint.of(connection.endpoint()).isLoopback();
        return new VerifyOrder(
                edges.isEmpty() ? connection.edges() : edges, sample, seed, allowPrivate || here);
    }

    /** Of all targets, at the account's own edges. */
    public static VerifyOrder of(Connection connection) {
        return of(connection, List.of(), null, 1, false);
    }
}
