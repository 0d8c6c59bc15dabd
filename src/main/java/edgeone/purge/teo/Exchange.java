package edgeone.purge.teo;

import edgeone.purge.teo.error.SecretCover;
import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.error.UnreachableException;
import edgeone.purge.teo.net.TeoEndpoint;
import edgeone.purge.teo.reply.Answer;
import edgeone.purge.teo.watch.CallBody;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one attempt and waits for the reply. The call runs on a thread of its own, so that
 * interrupting the caller ends it at once, on any kind of thread.
 */
final class Exchange {
    /** EdgeOne's own limit for a reply, after decompression. */
    static final long LARGEST_REPLY = 50L * 1024 * 1024;

    private static final MediaType JSON = MediaType.get(Signer.CONTENT_TYPE);
    private static final long CANCEL_SECONDS = 5;

    private final OkHttpClient http;
    private final HttpUrl url;
    private final SecretCover cover;
    private volatile boolean closed;

    Exchange(OkHttpClient http, TeoEndpoint endpoint, SecretCover cover) {
        this.cover = cover;
        this.http = http;
        this.url = endpoint.httpUrl();
    }

    /**
     * @param head a request with the headers of the action, without body and signature
     * @throws InterruptedException nothing was sent, and nothing will be
     * @throws UnreachableException nothing was sent
     * @throws UnansweredException bytes may have left; after an interrupt the caller's flag is
     *     restored
     */
    Answer send(Attempt attempt, Request.Builder head)
            throws UnreachableException, UnansweredException, InterruptedException {
        if (Thread.interrupted()) {
            // Before there is a worker, which might be faster.
            throw new InterruptedException();
        }
        if (closed) {
            throw new UnreachableException(
                    attempt.action(),
                    UnreachableException.CANCELED,
                    "closed",
                    new IOException("closed"));
        }
        Deadline deadline = new Deadline(attempt);
        Request request =
                head.url(url)
                        .post(new OneShotBody(attempt.body()))
                        .tag(Attempt.class, attempt)
                        .tag(Deadline.class, deadline)
                        .build();
        Call call = http.newCall(request);
        deadline.watch(call);
        FutureTask<Answer> task = new FutureTask<>(() -> run(attempt, call, deadline));
        Thread worker = Thread.ofVirtual().name(attempt.action()).start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw failure(attempt, e.getCause(), call.isCanceled());
        } catch (InterruptedException e) {
            call.cancel();
            if (attempt.abandon()) {
                worker.interrupt();
                throw e;
            }
            return rest(attempt, task);
        }
    }

    private static Answer run(Attempt attempt, Call call, Deadline deadline) throws IOException {
        try (Response response = call.execute()) {
            Buffer body = new Buffer();
            try {
                readInto(body, response);
            } catch (ReplyTooLargeException e) {
                // Otherwise close() would read on for a while.
                call.cancel();
                throw e;
            } finally {
                attempt.hear(response.code(), start(body, response.body().contentLength()));
            }
            return new Answer(response.code(), response.header("Content-Type"), body);
        } finally {
            deadline.exit();
        }
    }

    /**
     * What is kept of a body.
     *
     * @param announced its size as announced, which may be wrong; -1 if not
     */
    private static CallBody start(Buffer body, long announced) throws IOException {
        long length = Math.min(body.size(), CallBody.LONGEST_REPLY);
        return CallBody.of(body.peek().readByteArray(length), Math.max(body.size(), announced));
    }

    private static void readInto(Buffer body, Response response) throws IOException {
        if (response.body().contentLength() > LARGEST_REPLY) {
            throw new ReplyTooLargeException();
        }
        BufferedSource source = response.body().source();
        while (source.read(body, 64 * 1024) != -1) {
            if (body.size() > LARGEST_REPLY) {
                throw new ReplyTooLargeException();
            }
        }
    }

    /** After a cancel: a reply that has already arrived still counts. */
    private static Answer rest(Attempt attempt, FutureTask<Answer> task)
            throws UnreachableException, UnansweredException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CANCEL_SECONDS);
        try {
            while (true) {
                try {
                    return task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // Already being cancelled; the flag is restored below.
                } catch (ExecutionException | TimeoutException e) {
                    throw UnansweredException.of(
                            attempt.action(),
                            UnreachableException.CANCELED,
                            "canceled",
                            e.getCause());
                }
            }
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private UnansweredException failure(
            Attempt attempt, @Nullable Throwable cause, boolean canceled)
            throws UnreachableException {
        if (cause instanceof Error e) {
            throw e;
        }
        if (attempt.sent()) {
            return NetworkTrouble.afterSending(attempt, cause, canceled, cover);
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        throw NetworkTrouble.beforeSending(attempt.action(), cause, canceled, cover);
    }

    void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
    }

    /** The reply exceeded {@link #LARGEST_REPLY}; the rest was not read. */
    static final class ReplyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        ReplyTooLargeException() {
            super("the reply is larger than " + LARGEST_REPLY + " bytes");
        }
    }

    /** Keeps OkHttp from resending a request on its own. */
    private static final class OneShotBody extends RequestBody {
        private final byte[] bytes;

        OneShotBody(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
