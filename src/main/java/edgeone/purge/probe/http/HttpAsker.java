package edgeone.purge.probe.http;

import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;
import edgeone.purge.model.probe.ProbeTrouble;
import edgeone.purge.probe.Asker;
import edgeone.purge.probe.EdgeAddress;
import edgeone.purge.probe.Question;
import edgeone.purge.teo.net.HttpStack;
import edgeone.purge.teo.net.NetworkOptions;

import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.HostnameVerifier;

/**
 * Asks over HTTP/1.1: GET, no redirects followed, no cookies, no credentials, a connection for each
 * question, all of it within a deadline.
 */
public final class HttpAsker implements Asker {
    /** The whole question, from the first step to the last byte. */
    public static final Duration DEADLINE = Duration.ofSeconds(20);

    private final NetworkOptions network;
    private final Manner manner;
    private final Duration deadline;
    private final OkHttpClient http;
    private final AnswerReader reader;

    public HttpAsker(NetworkOptions network, Manner manner) {
        this(network, manner, DEADLINE);
    }

    HttpAsker(NetworkOptions network, Manner manner, Duration deadline) {
        this.network = network;
        this.manner = manner;
        this.deadline = deadline;
        this.http = HttpStack.unsigned(network);
        this.reader = new AnswerReader(manner.full());
    }

    @Override
    public Probe ask(Question question) {
        long begun = System.nanoTime();
        Probe.Outcome outcome = outcome(question);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        return new Probe(question.target(), question.edgeName(), millis, outcome);
    }

    private Probe.Outcome outcome(Question question) {
        HttpUrl target = HttpUrl.parse(question.target());
        if (target == null || !target.username().isEmpty() || !target.password().isEmpty()) {
            return new Failure(ProbeTrouble.BAD_TARGET, "");
        }
        HttpUrl to = to(target, question.edge());
        boolean direct = network.isDirect(to.uri());
        ProbeSockets sockets = new ProbeSockets(direct && !manner.allowPrivate());
        if (!direct && !manner.allowPrivate() && isPrivateHere(to.host())) {
            return new Failure(ProbeTrouble.PRIVATE_ADDRESS, to.host());
        }
        if (!direct && question.edge() != null && !to.isHttps()) {
            // A proxy goes by the address in the request, not by its Host.
            return new Failure(ProbeTrouble.PROXY, "http through a proxy, at a given edge");
        }
        Call call = client(target, to, direct, sockets).newCall(request(target, to));
        try (Response response = call.execute()) {
            return reader.read(response, call);
        } catch (IOException e) {
            return ProbeFailures.of(e, sockets);
        }
    }

    /** The address the connection leads to. */
    private static HttpUrl to(HttpUrl target, @Nullable EdgeAddress edge) {
        if (edge == null) {
            return target;
        }
        Integer port = edge.port();
        HttpUrl.Builder to = target.newBuilder().host(edge.host());
        to.port(port == null ? target.port() : port);
        return (edge.plain() ? to.scheme("http") : to).build();
    }

    /** Whether a name leads to a private address as far as this machine can tell. */
    private static boolean isPrivateHere(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(AddressRule::isPrivate);
        } catch (UnknownHostException e) {
            // Behind a proxy that is often so; the proxy decides.
            return false;
        }
    }

    private OkHttpClient client(HttpUrl target, HttpUrl to, boolean direct, ProbeSockets sockets) {
        OkHttpClient.Builder own =
                http.newBuilder()
                        .callTimeout(deadline)
                        .eventListener(
                                new EventListener() {
                                    @Override
                                    public void requestHeadersEnd(Call call, Request request) {
                                        sockets.inHeader(true);
                                    }

                                    @Override
                                    public void responseHeadersEnd(Call call, Response response) {
                                        sockets.inHeader(false);
                                    }
                                });
        if (direct) {
            own.proxy(Proxy.NO_PROXY).socketFactory(sockets).dns(Dns.SYSTEM);
        }
        if (!target.host().equals(to.host()) && to.isHttps()) {
            HostnameVerifier strict = http.hostnameVerifier();
            own.sslSocketFactory(
                    new NamedTls(http.sslSocketFactory(), target.host()),
                    Objects.requireNonNull(http.x509TrustManager()));
            own.hostnameVerifier((_, session) -> strict.verify(target.host(), session));
        }
        return own.build();
    }

    private Request request(HttpUrl target, HttpUrl to) {
        Request.Builder request =
                new Request.Builder()
                        .url(to)
                        .header("Host", authority(target))
                        .header("User-Agent", "edgeone-purge probe")
                        .header("Accept", "*/*")
                        .header("Accept-Encoding", "identity");
        if (!manner.full()) {
            request.header("Range", "bytes=0-0");
        }
        return request.build();
    }

    /** As a browser sends it: without the port that the scheme means anyway. */
    private static String authority(HttpUrl target) {
        String host = target.host().indexOf(':') < 0 ? target.host() : "[" + target.host() + "]";
        return target.port() == HttpUrl.defaultPort(target.scheme())
                ? host
                : host + ":" + target.port();
    }
}
