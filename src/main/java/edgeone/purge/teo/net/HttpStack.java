package edgeone.purge.teo.net;

import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Sets OkHttp up. */
public final class HttpStack {
    /**
     * Connections are not reused. A kept-alive one may be dead without either end knowing: the
     * request is lost, its outcome is unknown, and looking it up costs seconds. A handshake costs a
     * tenth of a second, at no more than 20 requests a second.
     */
    private static final int IDLE_CONNECTIONS = 0;

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private HttpStack() {}

    /** A client that signs what it sends. */
    public static OkHttpClient build(NetworkOptions network, Interceptor signing) {
        return builder(network).addNetworkInterceptor(signing).build();
    }

    /** A client for requests to others than the API. */
    public static OkHttpClient unsigned(NetworkOptions network) {
        return builder(network).build();
    }

    private static OkHttpClient.Builder builder(NetworkOptions network) {
        OkHttpClient.Builder http =
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .connectTimeout(network.connectTimeout())
                        .readTimeout(network.readTimeout())
                        .writeTimeout(network.writeTimeout())
                        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.SECONDS))
                        .socketFactory(new PromptSockets());
        proxy(http, network);
        Path caFile = network.caFile();
        if (caFile != null) {
            trust(http, caFile);
        }
        return http;
    }

    private static void proxy(OkHttpClient.Builder http, NetworkOptions network) {
        List<String> direct = network.noProxy();
        switch (network.proxy()) {
            case ProxyChoice.None none -> http.proxySelector(new ProxyRules(direct, null));
            case ProxyChoice.FromSystem system ->
                    http.proxySelector(new ProxyRules(direct, ProxySelector.getDefault()));
            case ProxyChoice.Http proxy -> {
                http.proxySelector(new ProxyRules(direct, new One(proxy)));
                http.proxyAuthenticator(basic(proxy.user(), proxy.secret()));
            }
            case ProxyChoice.Socks proxy -> {
                ProxyRules rules = new ProxyRules(direct, null);
                Socks5Sockets sockets = new Socks5Sockets(proxy, rules);
                http.proxySelector(rules).socketFactory(sockets).dns(host -> look(sockets, host));
            }
        }
    }

    private static List<InetAddress> look(Socks5Sockets sockets, String host)
            throws UnknownHostException {
        try {
            InetAddress name = sockets.unresolved(host);
            return name == null ? Dns.SYSTEM.lookup(host) : List.of(name);
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            throw new UnknownHostException(host);
        }
    }

    /** Signs in to the proxy once; a second challenge means that the password is wrong. */
    private static Authenticator basic(@Nullable String user, @Nullable ProxyPassword secret) {
        return (route, response) -> {
            if (user == null || response.request().header(PROXY_AUTHORIZATION) != null) {
                return null;
            }
            String password = secret == null ? "" : secret.get();
            return response.request()
                    .newBuilder()
                    .header(
                            PROXY_AUTHORIZATION,
                            okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8))
                    .build();
        };
    }

    private static void trust(OkHttpClient.Builder http, Path caFile) {
        X509TrustManager roots = TrustedRoots.with(caFile);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {roots}, null);
            http.sslSocketFactory(context.getSocketFactory(), roots);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is unavailable", e);
        }
    }

    /** Always the same proxy. */
    private static final class One extends ProxySelector {
        private final List<Proxy> proxies;

        One(ProxyChoice.Http proxy) {
            InetSocketAddress address =
                    InetSocketAddress.createUnresolved(proxy.host(), proxy.port());
            proxies = List.of(new Proxy(Proxy.Type.HTTP, address));
        }

        @Override
        public List<Proxy> select(URI uri) {
            return proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
