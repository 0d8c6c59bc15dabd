package edgeone.purge.code;

import edgeone.purge.api.value.JsonValue;

/**
 * A call to write as code.
 *
 * @param service {@code teo}
 * @param version of the API, such as {@code 2022-09-01}
 * @param action its name: letters and digits
 * @param https whether the endpoint speaks TLS
 * @param host of the endpoint, with its port if that is not the default
 * @param parameters sent as the body, in this order
 */
public record CodeRequest(
        String service,
        String version,
        String action,
        boolean https,
        String host,
        JsonValue.Members parameters) {
    /**
     * @throws IllegalArgumentException if action, service or version could be more than a name
     */
    public CodeRequest {
        if (!action.matches("[A-Za-z][A-Za-z0-9]*")
                || !service.matches("[a-z][a-z0-9]*")
                || !version.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException("not a name of the API");
        }
    }
}
