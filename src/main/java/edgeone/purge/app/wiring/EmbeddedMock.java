package edgeone.purge.app.wiring;

import edgeone.purge.emulator.EmbeddedEdgeOne;
import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.engine.byhand.HandCalls;
import edgeone.purge.engine.byhand.HandReply;
import edgeone.purge.engine.byhand.Mock;
import edgeone.purge.messages.Language;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * An embedded EdgeOne of its own, in memory, with a client that tells no recorder. Started by the
 * first call, and kept until this is closed, so that a later call sees what an earlier one did.
 */
public final class EmbeddedMock implements Mock, AutoCloseable {
    private final Supplier<Language> language;
    private final Clock clock;
    private @Nullable EmbeddedEdgeOne edgeOne;
    private @Nullable HttpTeoClient client;

    public EmbeddedMock(Supplier<Language> language, Clock clock) {
        this.language = language;
        this.clock = clock;
    }

    @Override
    public HandReply answer(String action, byte[] body) throws InterruptedException {
        return HandCalls.ask(client(), action, body, text -> text);
    }

    private synchronized HttpTeoClient client() {
        HttpTeoClient started = client;
        if (started == null) {
            EmbeddedEdgeOne own = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
            edgeOne = own;
            started =
                    new HttpTeoClient(
                            TeoEndpoint.of(own.endpoint().toString()),
                            Signers::demoKey,
                            RequestGate.OPEN,
                            clock,
                            NetworkOptions.defaults(),
                            language,
                            null);
            client = started;
        }
        return started;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        if (edgeOne != null) {
            edgeOne.close();
        }
    }
}
