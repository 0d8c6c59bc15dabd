package edgeone.purge.emulator.api.action;

import edgeone.purge.emulator.api.call.ApiRefusal;
import edgeone.purge.emulator.api.call.Parameters;
import edgeone.purge.emulator.faults.FaultDice;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/** One action of the API, once the gateway has let a request through. */
public interface Action {
    String name();

    /** Runs the action and returns the members of the reply except RequestId. */
    ObjectNode run(Parameters parameters, Context context) throws ApiRefusal;

    /**
     * What an action needs besides its parameters.
     *
     * @param now by the service's clock
     * @param inChinese whether the client asked for Chinese
     */
    record Context(Instant now, boolean inChinese, FaultDice faults) {}
}
