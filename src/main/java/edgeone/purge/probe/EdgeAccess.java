package edgeone.purge.probe;

import java.util.List;

/**
 * How an account's sites are asked.
 *
 * @param askers makes what asks
 * @param onThisMachine whether the account's EdgeOne runs on this machine, so that private
 *     addresses may be asked
 * @param edges those to ask where none are named; empty for the one DNS names
 */
public record EdgeAccess(Asker.Maker askers, boolean onThisMachine, List<EdgeAddress> edges) {
    public EdgeAccess {
        edges = List.copyOf(edges);
    }
}
