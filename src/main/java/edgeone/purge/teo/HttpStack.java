package edgeone.purge.teo;

import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sets OkHttp up. */
final class HttpStack {
    private static final int IDLE_CONNECTIONS = 32;

    /** Shorter than what servers keep, so that a pooled connection is seldom a dead one. */
    private static final int IDLE_SECONDS = 30;

    private HttpStack() {}

    static OkHttpClient build(NetworkOptions network, Interceptor signing) {
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .connectTimeout(network.connectTimeout())
                        .readTimeout(network.readTimeout())
                        .writeTimeout(network.writeTimeout())
                        .connectionPool(
                                new ConnectionPool(
                                        IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                        .addNetworkInterceptor(signing);
        builder.proxy(Proxy.NO_PROXY);
        return builder.build();
    }
}
