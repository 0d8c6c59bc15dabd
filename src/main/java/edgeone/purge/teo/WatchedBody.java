package edgeone.purge.teo;

import okhttp3.MediaType;
import okhttp3.RequestBody;

import okio.BufferedSink;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** A body that reports when it was handed to the connection. */
final class WatchedBody extends RequestBody {
    private final RequestBody body;
    private final Runnable written;

    WatchedBody(RequestBody body, Runnable written) {
        this.body = body;
        this.written = written;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
        return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
        sink.flush();
        written.run();
    }
}
