package edgeone.purge.teo.net;

import edgeone.purge.teo.error.InvalidSettingException;
import edgeone.purge.teo.error.InvalidSettingException.Problem;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the client reaches the network.
 *
 * @param connectTimeout for each address tried
 * @param readTimeout longest silence of the server
 * @param writeTimeout longest time to write one part of the request
 * @param callTimeout from the opening of the gate to the last byte of the reply
 * @param noProxy hosts reached directly: names, {@code .suffix}, {@code *.suffix}, or {@code *}
 * @param caFile PEM file of certificate authorities trusted in addition to the platform's; null for
 *     none
 */
public record NetworkOptions(
        Duration connectTimeout,
        Duration readTimeout,
        Duration writeTimeout,
        Duration callTimeout,
        ProxyChoice proxy,
        List<String> noProxy,
        @Nullable Path caFile) {

    public NetworkOptions {
        noProxy = List.copyOf(noProxy);
        for (Duration timeout : List.of(connectTimeout, readTimeout, writeTimeout, callTimeout)) {
            if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofDays(1)) > 0) {
                throw new InvalidSettingException(Problem.TIMEOUT_NOT_POSITIVE, timeout.toString());
            }
        }
    }

    /** Finite timeouts, the system's proxy, the platform's trust. */
    public static NetworkOptions defaults() {
        return new NetworkOptions(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                new ProxyChoice.FromSystem(),
                List.of(),
                null);
    }

    public NetworkOptions withProxy(ProxyChoice choice) {
        return new NetworkOptions(
                connectTimeout, readTimeout, writeTimeout, callTimeout, choice, noProxy, caFile);
    }

    public NetworkOptions withCaFile(@Nullable Path file) {
        return new NetworkOptions(
                connectTimeout, readTimeout, writeTimeout, callTimeout, proxy, noProxy, file);
    }

    /**
     * Checks that certificate authorities can be read from a file.
     *
     * @throws InvalidSettingException if they cannot
     */
    public static void checkCaFile(Path file) {
        TrustedRoots.with(file);
    }

    /** The proxy a request to {@code endpoint} takes, as {@code host:port}; empty for none. */
    public Optional<String> proxyTo(TeoEndpoint endpoint) {
        String host = endpoint.httpUrl().host();
        return switch (proxy) {
            case ProxyChoice.None _ -> Optional.empty();
            case ProxyChoice.Http http -> through(host, http.host() + ":" + http.port());
            case ProxyChoice.Socks socks -> through(host, socks.host() + ":" + socks.port());
            case ProxyChoice.FromSystem _ ->
                    new ProxyRules(noProxy, ProxySelector.getDefault())
                            .select(endpoint.httpUrl().uri()).stream()
                                    .map(Proxy::address)
                                    .filter(InetSocketAddress.class::isInstance)
                                    .map(InetSocketAddress.class::cast)
                                    .map(a -> a.getHostString() + ":" + a.getPort())
                                    .findFirst();
        };
    }

    /** Whether a host is reached without a proxy. */
    public boolean isDirect(URI uri) {
        return switch (proxy) {
            case ProxyChoice.None _ -> true;
            case ProxyChoice.Http _, ProxyChoice.Socks _ ->
                    new ProxyRules(noProxy, null).isDirect(String.valueOf(uri.getHost()));
            case ProxyChoice.FromSystem _ ->
                    new ProxyRules(noProxy, ProxySelector.getDefault())
                            .select(uri).stream().allMatch(way -> way.type() == Proxy.Type.DIRECT);
        };
    }

    private Optional<String> through(String host, String way) {
        return new ProxyRules(noProxy, null).isDirect(host) ? Optional.empty() : Optional.of(way);
    }
}
