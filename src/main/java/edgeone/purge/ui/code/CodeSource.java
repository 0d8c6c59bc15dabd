package edgeone.purge.ui.code;

import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.value.JsonFaultException;
import edgeone.purge.api.value.JsonReading;
import edgeone.purge.code.CodeLanguage;
import edgeone.purge.code.CodeRequest;
import edgeone.purge.code.CodeSamples;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * A call to write as code.
 *
 * @param body its parameters, as JSON
 * @param endpoint where the code is to call
 */
public record CodeSource(String action, String body, TeoEndpoint endpoint) {

    /**
     * Where code calls for an account.
     *
     * @param connection null if none is open: then, and for the demo, the China site
     */
    public static TeoEndpoint endpoint(@Nullable Connection connection) {
        return connection == null || connection.demo()
                ? TeoEndpoint.CHINA
                : TeoEndpoint.of(connection.endpoint());
    }

    /** The code; empty if the body is no JSON object. */
    Optional<String> in(CodeLanguage language) {
        ApiDescription api = ApiDescription.teo();
        try {
            return Optional.of(
                    CodeSamples.of(
                            language,
                            new CodeRequest(
                                    api.service(),
                                    api.version(),
                                    action,
                                    endpoint.isHttps(),
                                    endpoint.authority(),
                                    JsonReading.object(body))));
        } catch (JsonFaultException e) {
            return Optional.empty();
        }
    }
}
