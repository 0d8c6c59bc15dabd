package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.error.UnreachableException;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;

import okio.BufferedSink;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Every network failure: what is known about the request, and that it leaves at most once. */
@Timeout(30)
final class TeoFaultsWireTest {
    private static final String OK = "{\"Response\":{\"JobId\":\"j\",\"RequestId\":\"r\"}}";

    private TeoWire wire;

    @BeforeEach
    void start() throws Exception {
        wire = TeoWire.start();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void aConnectionThatIsDroppedIsNotUsedForASecondTry() throws Exception {
        wire.reply(OK);
        wire.server()
                .enqueue(
                        TeoWire.ok(OK)
                                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                                .build());
        wire.reply(OK);
        wire.reply(OK);
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertUnanswered("Network.Broken");
        assertThat(wire.server().getRequestCount()).isEqualTo(2);
    }

    /** A server may close a kept-alive connection at any moment; no request may be sent on one. */
    @Test
    void everyRequestHasAConnectionOfItsOwn() throws Exception {
        wire.reply(OK);
        wire.reply(OK);
        wire.client().createPurgeTask(TeoWire.ORDER);
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(wire.server().takeRequest().getConnectionIndex()).isZero();
        assertThat(wire.server().takeRequest().getConnectionIndex()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 408, 421, 401, 407})
    void aStatusThatInvitesARetryIsNotFollowed(int status) {
        wire.server()
                .enqueue(
                        TeoWire.ok("again")
                                .code(status)
                                .setHeader("Retry-After", "0")
                                .setHeader("WWW-Authenticate", "Basic realm=x")
                                .setHeader("Proxy-Authenticate", "Basic realm=x")
                                .build());
        wire.reply(OK);
        assertUnanswered("Http." + status);
        assertThat(wire.server().getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        wire.server()
                .enqueue(TeoWire.ok("").code(status).setHeader("Location", "/elsewhere").build());
        wire.reply(OK);
        assertUnanswered("Http." + status);
        assertThat(wire.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void aReplyCutInTheMiddle() {
        wire.server()
                .enqueue(
                        TeoWire.ok(OK + " ".repeat(100_000))
                                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                                .build());
        assertUnanswered("Network.Broken");
    }

    @Test
    void aReplyShorterThanItSays() {
        wire.server()
                .enqueue(
                        TeoWire.ok(OK)
                                .setHeader("Content-Length", 500)
                                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                                .build());
        assertUnanswered("Network.Broken");
    }

    @Test
    void anEndlessReplyIsNotReadPastTheLimit() {
        AtomicLong written = new AtomicLong();
        wire.server()
                .enqueue(
                        new MockResponse.Builder()
                                .body(
                                        new MockResponseBody() {
                                            @Override
                                            public long getContentLength() {
                                                return -1;
                                            }

                                            @Override
                                            public void writeTo(BufferedSink sink)
                                                    throws IOException {
                                                byte[] part = new byte[1024 * 1024];
                                                for (int i = 0; i < 200; i++) {
                                                    sink.write(part);
                                                    sink.flush();
                                                    written.addAndGet(part.length);
                                                }
                                            }
                                        })
                                .removeHeader("Content-Length")
                                .build());
        assertUnanswered("Reply.TooLarge");
        assertThat(written.get()).isLessThan(80L * 1024 * 1024);
    }

    @Test
    void aReplyDeclaredTooLargeIsNotRead() {
        wire.server()
                .enqueue(TeoWire.ok(OK).setHeader("Content-Length", 200L * 1024 * 1024).build());
        assertUnanswered("Reply.TooLarge");
    }

    @Test
    void aSilentServerTimesOut() {
        wire.network(TeoWire.quick(Duration.ofMillis(200)));
        wire.server().enqueue(TeoWire.ok(OK).onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertUnanswered("Network.Timeout");
    }

    @Test
    void aTricklingServerTimesOutToo() {
        Duration call = Duration.ofMillis(400);
        NetworkOptions slow = TeoWire.quick(Duration.ofSeconds(20));
        wire.network(
                new NetworkOptions(
                        slow.connectTimeout(),
                        slow.readTimeout(),
                        slow.writeTimeout(),
                        call,
                        slow.proxy(),
                        List.of(),
                        null));
        wire.server()
                .enqueue(
                        TeoWire.ok(OK + " ".repeat(10_000))
                                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                                .build());
        long start = System.nanoTime();
        assertUnanswered("Network.Timeout");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    /** The wait at the gate may exceed every network timeout. */
    @Test
    void theWaitAtTheGateDoesNotCount() throws Exception {
        wire.network(TeoWire.quick(Duration.ofMillis(300)))
                .gate(
                        new RequestGate() {
                            @Override
                            public void await(String action) throws InterruptedException {
                                new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS);
                            }

                            @Override
                            public void throttled(String action, String serverMessage) {}
                        });
        wire.reply(OK);
        assertThat(wire.client().createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertUnreachable("http://localhost:" + port, "Network.ConnectFailed");
    }

    @Test
    void noSuchHost() {
        assertUnreachable("https://no-such-host.invalid", "Network.UnknownHost");
    }

    @Test
    void aPeerThatDoesNotSpeakTls() {
        wire.server()
                .enqueue(
                        new MockResponse.Builder()
                                .onRequestStart(new SocketEffect.CloseSocket())
                                .build());
        String url = "https://localhost:" + wire.server().getPort();
        assertThatThrownBy(() -> wire.client(TeoEndpoint.of(url)).createPurgeTask(TeoWire.ORDER))
                .isInstanceOf(UnreachableException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptAfterSendingIsAnUnknownOutcomeAndTheFlagIsKept(boolean virtual)
            throws Exception {
        wire.server().enqueue(TeoWire.ok(OK).onResponseStart(SocketEffect.Stall.INSTANCE).build());
        HttpTeoClient client = wire.client();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        AtomicBoolean flag = new AtomicBoolean();
        Runnable work =
                () -> {
                    Throwable t = catchThrowable(() -> client.createPurgeTask(TeoWire.ORDER));
                    flag.set(Thread.currentThread().isInterrupted());
                    thrown.complete(t);
                };
        Thread thread = virtual ? Thread.ofVirtual().start(work) : Thread.ofPlatform().start(work);
        wire.server().takeRequest();
        thread.interrupt();
        assertThat(thrown.get(4, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> assertThat(e.code()).isEqualTo("Network.Canceled"));
        assertThat(flag).isTrue();
        assertThat(wire.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void anInterruptAtTheGateSendsNothingEver() throws Exception {
        CountDownLatch atTheGate = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch passed = new CountDownLatch(1);
        wire.gate(
                new RequestGate() {
                    @Override
                    public void await(String action) {
                        // A gate that ignores interrupts.
                        atTheGate.countDown();
                        while (open.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                        passed.countDown();
                    }

                    @Override
                    public void throttled(String action, String serverMessage) {}
                });
        wire.reply(OK);
        HttpTeoClient client = wire.client();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        thrown.complete(
                                                catchThrowable(
                                                        () ->
                                                                client.createPurgeTask(
                                                                        TeoWire.ORDER))));
        atTheGate.await();
        thread.interrupt();
        assertThat(thrown.get(4, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        open.countDown();
        passed.await();
        assertThat(wire.server().takeRequest(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void anInterruptedThreadSendsNothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void closingEndsRunningCallsAndSendsNothingMore() throws Exception {
        wire.server().enqueue(TeoWire.ok(OK).onResponseStart(SocketEffect.Stall.INSTANCE).build());
        HttpTeoClient client = wire.client();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () ->
                                thrown.complete(
                                        catchThrowable(
                                                () -> client.createPurgeTask(TeoWire.ORDER))));
        wire.server().takeRequest();
        client.close();
        assertThat(thrown.get(4, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> assertThat(e.code()).isEqualTo("Network.Canceled"));
        assertThatThrownBy(() -> client.createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        UnreachableException.class,
                        e -> assertThat(e.code()).isEqualTo("Network.Canceled"));
        assertThat(wire.server().getRequestCount()).isEqualTo(1);
    }

    private void assertUnanswered(String code) {
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.provesNotTaken()).isFalse();
                        });
    }

    private void assertUnreachable(String endpoint, String code) {
        assertThatThrownBy(
                        () -> wire.client(TeoEndpoint.of(endpoint)).createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        UnreachableException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.provesNotTaken()).isTrue();
                        });
    }
}
