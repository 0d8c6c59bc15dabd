package edgeone.purge.api;

import java.util.List;
import java.util.Optional;

/**
 * An action of the API.
 *
 * @param perSecond requests that EdgeOne takes in a second
 * @param reply the fields of its reply beside {@code RequestId}
 * @param errors codes of its own, beside those that every action may answer
 */
public record ApiAction(
        String name,
        ActionKind kind,
        Doc doc,
        int perSecond,
        List<ApiField> parameters,
        List<ApiField> reply,
        List<String> errors) {
    public ApiAction {
        parameters = List.copyOf(parameters);
        reply = List.copyOf(reply);
        errors = List.copyOf(errors);
    }

    public Optional<ApiField> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
    }
}
