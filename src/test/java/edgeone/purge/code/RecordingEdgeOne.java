package edgeone.purge.code;

import edgeone.purge.emulator.EmulatorOptions;
import edgeone.purge.emulator.api.Gateway;
import edgeone.purge.emulator.api.action.PrefetchSource;
import edgeone.purge.emulator.api.action.UrlParts;
import edgeone.purge.emulator.api.call.ApiKey;
import edgeone.purge.emulator.api.call.ApiOptions;
import edgeone.purge.emulator.api.state.JobLedger;
import edgeone.purge.emulator.api.state.Zones;
import edgeone.purge.emulator.http.Answer;
import edgeone.purge.emulator.http.LoopbackServer;
import edgeone.purge.emulator.http.Received;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The API of the embedded EdgeOne, which keeps what it was sent. */
public final class RecordingEdgeOne implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 10 * 1024 * 1024;

    private final JobLedger ledger;
    private final Gateway gateway;
    private final LoopbackServer server;
    private final ApiKey key;
    private final List<Arrived> arrived = new ArrayList<>();

    /**
     * A request.
     *
     * @param error the code it was answered with; empty if it was carried out
     */
    public record Arrived(String action, JsonNode body, String error) {}

    public RecordingEdgeOne() throws IOException {
        this(EmulatorOptions.defaults());
    }

    /** One that knows this key only. */
    RecordingEdgeOne(ApiKey key) throws IOException {
        this(EmulatorOptions.defaults().withKeys(List.of(key)));
    }

    private RecordingEdgeOne(EmulatorOptions options) throws IOException {
        key = options.keys().getFirst();
        ledger = JobLedger.open(null, null);
        gateway =
                new Gateway(
                        new ApiOptions(
                                options.keys(),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                true,
                                true,
                                false),
                        new Zones(options.zones()),
                        ledger,
                        new FullOrigin(),
                        options.clock(),
                        options.faults(),
                        1);
        server = LoopbackServer.start(0, options.clock(), this::answer);
    }

    /** An origin that has everything. */
    private static final class FullOrigin implements PrefetchSource {
        @Override
        public Answer fetch(For row, UrlParts url, List<Field> headers) {
            return new Answer(200, "");
        }

        @Override
        public void forget(String ticket) {}
    }

    private synchronized Answer answer(Received request) throws IOException {
        byte[] body = request.body(LONGEST).orElseThrow();
        Answer answer = gateway.answer(request);
        arrived.add(
                new Arrived(
                        request.header("X-TC-Action").orElse(""),
                        // From text: a name with an escaped emoji cannot be read from bytes.
                        JSON.readTree(new String(body, StandardCharsets.UTF_8)),
                        gateway.calls().getLast().error()));
        return answer;
    }

    public URI uri() {
        return server.uri();
    }

    public ApiKey key() {
        return key;
    }

    /** What has arrived since this was last asked. */
    public synchronized List<Arrived> take() {
        List<Arrived> taken = List.copyOf(arrived);
        arrived.clear();
        return taken;
    }

    @Override
    public void close() throws IOException {
        server.close();
        ledger.close();
    }
}
