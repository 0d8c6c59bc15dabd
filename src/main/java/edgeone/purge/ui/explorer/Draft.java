package edgeone.purge.ui.explorer;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.Finding;
import edgeone.purge.api.ParameterCheck;
import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;
import edgeone.purge.api.value.JsonValue.Members;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A call that is being written.
 *
 * @param text its body as it stands
 * @param parameters what {@code text} says; null if it is no JSON object
 * @param fault what is wrong with {@code text}; null if nothing is
 * @param findings what the description says against the parameters
 */
record Draft(
        String action,
        String text,
        @Nullable Members parameters,
        @Nullable JsonFaultException fault,
        List<Finding> findings) {
    Draft {
        findings = List.copyOf(findings);
    }

    static Draft of(String action, String text) {
        try {
            Members parameters = JsonReading.object(text);
            List<Finding> findings =
                    ApiDescription.teo()
                            .action(action)
                            .map(a -> ParameterCheck.of(a, parameters))
                            .orElse(List.of());
            return new Draft(action, text, parameters, null, findings);
        } catch (JsonFaultException e) {
            return new Draft(action, text, null, e, List.of());
        }
    }

    @Nullable ApiAction described() {
        return ApiDescription.teo().action(action).orElse(null);
    }

    byte[] body() {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }
}
