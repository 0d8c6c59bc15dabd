package edgeone.purge.engine.resolve;

import edgeone.purge.engine.run.Backoff;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Pauses;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.Retries;
import edgeone.purge.engine.run.Run;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.Batch;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.TargetRow;
import edgeone.purge.model.query.TargetFilter;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * A resolver with a journal on the disk and a server that lists purge tasks, at a time that only
 * passes in pauses.
 */
final class LookUps implements AutoCloseable {
    static final Duration SETTLE = Duration.ofSeconds(10);
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private static final JsonMapper JSON = JsonMapper.shared();

    private Instant now = START;
    private final Clock clock =
            new Clock() {
                @Override
                public Instant instant() {
                    return now;
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };

    private final MockWebServer server = new MockWebServer();
    private final Journal journal;
    private final Owners owners;
    private final HttpTeoClient client;
    private final String endpoint;
    final Repositories repositories;
    final RunControl control = new RunControl();
    final Resolver resolver;

    /** What EdgeOne answers: rows of its list, or an error. */
    final List<String> rows = new ArrayList<>();

    String error = "";

    /** What else happens before each answer, given how many were asked for before it. */
    IntConsumer beforeAnswer = n -> {};

    /** What else happens in each pause. */
    Runnable meanwhile = () -> {};

    final List<JsonNode> asked = new ArrayList<>();
    final List<String> actions = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final List<Progress.Event> events = new ArrayList<>();

    LookUps(Path home) throws IOException {
        journal = Journal.open(home, clock);
        owners = Owners.register(home);
        repositories = Repositories.of(journal, owners, clock);
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        actions.add(request.getHeaders().get("X-TC-Action"));
                        return answer(JSON.readTree(request.getBody().toByteArray()));
                    }
                });
        server.start();
        TeoEndpoint address = TeoEndpoint.of("http://127.0.0.1:" + server.getPort());
        endpoint = address.url();
        client =
                new HttpTeoClient(
                        address,
                        () -> new Credentials("AKIDresolver", "key", null),
                        RequestGate.OPEN,
                        clock,
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null);
        resolver =
                resolver(
                        new Connection(
                                "account",
                                "id of account",
                                "fingerprint",
                                endpoint,
                                SafetyLevel.NORMAL,
                                false,
                                client),
                        (pause, run) -> pass(pause));
    }

    private Resolver resolver(Connection connection, Pauses pauses) {
        Timing timing = Timing.standard(SETTLE);
        return new Resolver(
                new Run(
                        connection,
                        repositories,
                        timing,
                        clock,
                        pauses,
                        new Retries(timing, new Backoff(timing.cap(), new Random(1))),
                        events::add,
                        control));
    }

    private void pass(Duration pause) {
        pauses.add(pause);
        now = now.plus(pause);
        meanwhile.run();
    }

    private MockResponse answer(JsonNode request) {
        beforeAnswer.accept(asked.size());
        asked.add(request);
        String body =
                error.isEmpty()
                        ? "\"TotalCount\":%d,\"Tasks\":[%s]"
                                .formatted(rows.size(), String.join(",", rows))
                        : "\"Error\":{\"Code\":\"%s\",\"Message\":\"\"}".formatted(error);
        return new MockResponse.Builder()
                .body("{\"Response\":{" + body + ",\"RequestId\":\"r\"}}")
                .build();
    }

    /** A row of EdgeOne's list, created at {@link #START}. */
    static String row(String taskId, String type, String target) {
        return ("{\"JobId\":\"%s\",\"Target\":\"%s\",\"Type\":\"%s\",\"Status\":\"processing\","
                        + "\"CreateTime\":\"%s\"}")
                .formatted(taskId, target, type, START);
    }

    Job create(String id, String zoneId, PurgeType type, List<List<String>> batches) {
        Job job =
                new Job(
                        id,
                        START,
                        "account",
                        "id of account",
                        "fingerprint",
                        endpoint,
                        zoneId,
                        "example.com",
                        type,
                        null,
                        List.of(),
                        null);
        repositories.jobs().create(job, batches);
        return job;
    }

    /** Sends a batch at {@code sent} by EdgeOne's clock, and loses its reply at {@link #START}. */
    void lose(String id, int n, Instant sent) {
        repositories.batches().startSending(id, n, sent, sent);
        repositories.batches().unknown(id, n, "Network.Timeout", "no answer", null);
    }

    /** A job of one batch of URLs whose reply was lost just now. */
    Job lost(String id, String... targets) {
        Job job = create(id, "zone-1", PurgeType.URL, List.of(List.of(targets)));
        lose(id, 1, START);
        return job;
    }

    void passBefore(Duration time) {
        now = now.plus(time);
    }

    Batch batch(String id, int n) {
        return repositories.history().batches(id).get(n - 1);
    }

    List<TargetRow> targets(String id) {
        return repositories.history().targets(id, TargetFilter.ALL, 0, 100);
    }

    @Override
    public void close() {
        client.close();
        owners.close();
        journal.close();
        server.close();
    }
}
