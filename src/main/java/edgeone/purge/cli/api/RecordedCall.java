package edgeone.purge.cli.api;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.Finding;
import edgeone.purge.api.ParameterCheck;
import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;
import edgeone.purge.api.value.JsonValue;
import edgeone.purge.cli.kit.CommandFailure;
import edgeone.purge.cli.kit.ExitCodes;
import edgeone.purge.cli.kit.Workplace;
import edgeone.purge.model.call.CallDetail;
import edgeone.purge.model.call.CallId;

/** A call of the journal, as if its action and parameters had been given. */
final class RecordedCall {
    private RecordedCall() {}

    /**
     * Reads it.
     *
     * @param id as {@code calls} lists it
     * @throws CommandFailure there is no such call, or its request was not kept
     */
    static CallOptions.Given of(String id, Workplace workplace) {
        CallDetail detail =
                workplace
                        .calls()
                        .find(CallId.number(id).orElseThrow(() -> none(id)))
                        .orElseThrow(() -> none(id));
        String text = detail.request().text();
        if (text == null || detail.request().cut()) {
            throw notKept(id);
        }
        String action = detail.call().action();
        try {
            JsonValue.Members parameters = JsonReading.object(text);
            boolean known =
                    ApiDescription.teo()
                            .action(action)
                            .map(a -> ParameterCheck.of(a, parameters))
                            .filter(
                                    found ->
                                            found.stream()
                                                    .noneMatch(
                                                            f ->
                                                                    f.problem()
                                                                            == Finding.Problem
                                                                                    .UNKNOWN))
                            .isPresent();
            return new CallOptions.Given(action, parameters, text, known);
        } catch (JsonFaultException e) {
            throw notKept(id);
        }
    }

    private static CommandFailure none(String id) {
        return new CommandFailure(ExitCodes.REFUSED, "cli.call.none", id);
    }

    private static CommandFailure notKept(String id) {
        return new CommandFailure(ExitCodes.REFUSED, "api.code.not-kept", id);
    }
}
