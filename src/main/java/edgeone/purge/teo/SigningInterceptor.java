package edgeone.purge.teo;

import edgeone.purge.teo.reply.ReplyClock;
import edgeone.purge.teo.tc3.Authorization;
import edgeone.purge.teo.tc3.CanonicalRequest;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Runs with the connection open: waits for the gate, signs with the current time, and sends the
 * bytes.
 */
final class SigningInterceptor implements Interceptor {
    static final String SERVICE = "teo";

    private final RequestGate gate;
    private final Clock clock;
    private final ReplyClock serverClock;
    private final Duration callTimeout;

    SigningInterceptor(
            RequestGate gate, Clock clock, ReplyClock serverClock, Duration callTimeout) {
        this.gate = gate;
        this.clock = clock;
        this.serverClock = serverClock;
        this.callTimeout = callTimeout;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Objects.requireNonNull(chain.request().tag(Attempt.class));
        Runnable left;
        try {
            left = gate.open(attempt.action());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a slot");
        }
        Instant now = clock.instant();
        Duration offset = serverClock.signingOffset();
        Request signed = sign(chain.request(), attempt, now.plus(offset), left);
        if (chain.call().isCanceled() || !attempt.begin(offset)) {
            chain.call().cancel();
            throw new IOException("Canceled");
        }
        Deadline deadline = Objects.requireNonNull(chain.request().tag(Deadline.class));
        deadline.timeout(callTimeout.toNanos(), TimeUnit.NANOSECONDS);
        deadline.enter();
        Response response = chain.proceed(signed);
        serverClock.learn(response.header("Date"), response.header("Age"), now, clock.instant());
        return response;
    }

    private static Request sign(
            Request request, Attempt attempt, Instant timestamp, Runnable left) {
        String host = Objects.requireNonNull(request.header("Host"));
        String contentType = Objects.requireNonNull(request.header("Content-Type"));
        CanonicalRequest canonical =
                CanonicalRequest.post(
                        Map.of("content-type", contentType, "host", host), attempt.body());
        Credentials keys = attempt.credentials();
        Authorization authorization =
                Authorization.sign(
                        canonical, timestamp, SERVICE, keys.secretId(), keys.secretKey());
        return request.newBuilder()
                .header("X-TC-Timestamp", Long.toString(timestamp.getEpochSecond()))
                .header("Authorization", authorization.headerValue())
                .post(new WatchedBody(Objects.requireNonNull(request.body()), left))
                .build();
    }
}
