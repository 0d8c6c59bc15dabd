package edgeone.purge.teo;

import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.tc3.CanonicalRequest;
import edgeone.purge.teo.tc3.Signature;

import java.time.Instant;
import java.util.Map;

/** Signs requests of one account as the client does, and sends nothing. */
public final class Signer {
    /** The content type that the client sends. */
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private final TeoEndpoint endpoint;
    private final Credentials credentials;

    public Signer(TeoEndpoint endpoint, Credentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    public TeoEndpoint endpoint() {
        return endpoint;
    }

    /**
     * The signature of a request with this body.
     *
     * @param timestamp only its whole seconds count
     */
    public Signature sign(byte[] body, Instant timestamp) {
        Map<String, String> headers =
                Map.of("content-type", CONTENT_TYPE, "host", endpoint.authority());
        return Signature.of(
                CanonicalRequest.post(headers, body),
                timestamp,
                SigningInterceptor.SERVICE,
                credentials.secretId(),
                credentials.secretKey());
    }
}
