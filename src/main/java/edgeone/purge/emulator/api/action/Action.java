package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.faults.FaultDice;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Set;

/** One action of the API, once the gateway has let a request through. */
public interface Action {
    String name();

    /** The parameters it knows; any other is refused. */
    Set<String> parameters();

    /** Carries it out and returns the members of the reply but for RequestId. */
    ObjectNode run(Parameters parameters, Context context) throws ApiRefusal;

    /**
     * What an action needs to know beside its parameters.
     *
     * @param now by the service's clock
     * @param inChinese the language the client asked for
     */
    record Context(Instant now, boolean inChinese, FaultDice faults) {}
}
