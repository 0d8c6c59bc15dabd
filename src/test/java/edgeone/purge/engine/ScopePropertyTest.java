package edgeone.purge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.engine.RefusedSubmitException.Kind;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.engine.plan.Planner;
import edgeone.purge.engine.plan.PurgeDraft;
import edgeone.purge.engine.plan.ZoneFacts;
import edgeone.purge.engine.run.Connection;
import edgeone.purge.engine.run.Progress;
import edgeone.purge.engine.run.RunControl;
import edgeone.purge.engine.run.Timing;
import edgeone.purge.journal.Repositories;
import edgeone.purge.journal.file.Journal;
import edgeone.purge.journal.rows.Owners;
import edgeone.purge.messages.Language;
import edgeone.purge.model.AccelerationDomain;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.Quota;
import edgeone.purge.model.SafetyLevel;
import edgeone.purge.model.Zone;
import edgeone.purge.targets.HostileText;
import edgeone.purge.targets.TargetList;
import edgeone.purge.targets.ZoneHosts;
import edgeone.purge.teo.Credentials;
import edgeone.purge.teo.HttpTeoClient;
import edgeone.purge.teo.RequestGate;
import edgeone.purge.teo.net.NetworkOptions;
import edgeone.purge.teo.net.TeoEndpoint;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whatever is requested, nothing more is planned, and nothing more than planned leaves; a
 * whole-zone purge only if it was chosen. Seeded, so that a failure can be repeated.
 */
class ScopePropertyTest {
    private static final Zone ZONE =
            new Zone("zone-scope", "example.com", "", "global", "active", false);
    private static final ZoneHosts LISTED =
            new ZoneHosts.Listed(
                    List.of(
                            new AccelerationDomain(HostileText.HOST, "online"),
                            new AccelerationDomain("*.img.example.com", "online")));
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir private Path home;

    private final Random random = new Random(20_261_124L);

    /** Of each kind; as many as take no more than seconds. */
    int plans() {
        return 20_000;
    }

    @Test
    void noPlanIsWiderThanRequested() {
        int sendable = 0;
        int wholeZone = 0;
        for (int i = 0; i < plans(); i++) {
            PurgeDraft draft = draft();
            Plan plan = Planner.plan(draft, facts());
            try {
                holds(draft, plan);
            } catch (AssertionError e) {
                throw new AssertionError("plan " + i + ": " + draft, e);
            }
            sendable += plan.sendable() ? 1 : 0;
            wholeZone += plan.sendable() && plan.type() == PurgeType.ALL ? 1 : 0;
        }
        assertThat(sendable).as("plans that could be sent").isGreaterThan(plans() / 50);
        assertThat(wholeZone).as("of these, of the whole zone").isGreaterThan(plans() / 1_000);
    }

    private static void holds(PurgeDraft draft, Plan plan) {
        assertThat(plan.type()).isEqualTo(draft.type());
        assertThat(plan.zone()).isEqualTo(draft.zone());
        if (plan.method() != null) {
            assertThat(plan.method()).isEqualTo(draft.method());
        }
        if (!plan.sendable()) {
            return;
        }
        assertThat(draft.method() == null || draft.type().takesMethod()).isTrue();
        if (plan.type() == PurgeType.ALL) {
            assertThat(draft.targets()).isNull();
            assertThat(plan.batches()).containsExactly(List.of());
            return;
        }
        assertThat(draft.targets()).isNotNull();
        assertThat(plan.batches()).isNotEmpty().noneMatch(List::isEmpty);
        assertThat(plan.batches().stream().flatMap(List::stream).toList())
                .isEqualTo(plan.list().targets().stream().map(TargetList.Target::text).toList());
        assertThat(plan.list().problems().isEmpty() || draft.skipProblems()).isTrue();
    }

    private PurgeDraft draft() {
        PurgeType type = PurgeType.values()[random.nextInt(PurgeType.values().length)];
        @Nullable PurgeMethod method =
                switch (random.nextInt(4)) {
                    case 0 -> PurgeMethod.DELETE;
                    case 1 -> PurgeMethod.INVALIDATE;
                    default -> null;
                };
        @Nullable String text =
                switch (random.nextInt(10)) {
                    case 0 -> null;
                    case 1 -> List.of("", " ", "\n", "\r\n\t\n", "\uFEFF").get(random.nextInt(5));
                    case 2, 3, 4 -> plain(type);
                    default -> HostileText.next(random);
                };
        List<String> domains =
                random.nextInt(10) == 0 ? List.of(HostileText.next(random)) : List.of();
        return new PurgeDraft(ZONE, type, method, text, domains, random.nextBoolean());
    }

    private String plain(PurgeType type) {
        String name = Integer.toHexString(random.nextInt());
        return switch (type) {
            case URL, ALL, PREFETCH ->
                    "https://www.example.com/" + name + "\nhttps://www.example.com/b";
            case PREFIX -> "https://www.example.com/" + name + "/";
            case HOST -> HostileText.HOST;
            case CACHE_TAG -> "tag-" + name;
        };
    }

    private ZoneFacts facts() {
        ZoneHosts hosts =
                switch (random.nextInt(4)) {
                    case 0 -> new ZoneHosts.Suffix("example.com");
                    case 1 -> new ZoneHosts.Unchecked();
                    default -> LISTED;
                };
        List<Quota> quotas =
                random.nextInt(4) == 0
                        ? List.of()
                        : List.of(PurgeType.values()).stream()
                                .map(PurgeType::wireName)
                                .map(
                                        t ->
                                                new Quota(
                                                        t,
                                                        random.nextInt(-1, 6),
                                                        100,
                                                        random.nextInt(9)))
                                .toList();
        return new ZoneFacts(ZONE, hosts, List.of(), quotas, Instant.EPOCH, null, null);
    }

    @Test
    void nothingUnplannedLeaves() throws Exception {
        Clock clock = Clock.systemUTC();
        Queue<JsonNode> left = new ConcurrentLinkedQueue<>();
        try (MockWebServer server = new MockWebServer();
                Journal journal = Journal.open(home, clock);
                Owners owners = Owners.register(home)) {
            server.setDispatcher(acceptingAll(left));
            server.start();
            PurgeEngine engine =
                    new PurgeEngine(
                            Repositories.of(journal, owners, clock),
                            Timing.standard(Duration.ofSeconds(1)),
                            clock);
            Connection connection = connection(server, clock);
            int sent = 0;
            for (int i = 0; i < plans() / 50; i++) {
                PurgeDraft draft = draft();
                Plan plan = engine.plan(draft, facts());
                boolean accepted = submit(engine, connection, plan);
                assertThat(accepted).isEqualTo(plan.sendable());
                assertThat(left).hasSize(accepted ? plan.batches().size() : 0);
                Set<List<String>> batches = new HashSet<>(plan.batches());
                for (JsonNode request : left) {
                    assertThat(request.path("Type").asString("prefetch_url"))
                            .isEqualTo(draft.type().wireName());
                    assertThat(request.path("ZoneId").asString()).isEqualTo(ZONE.zoneId());
                    assertThat(batches.remove(targets(request))).isTrue();
                }
                sent += left.size();
                left.clear();
            }
            assertThat(sent)
                    .as("requests, so that the rule was tried")
                    .isGreaterThan(plans() / 500);
        }
    }

    private static List<String> targets(JsonNode request) {
        return request.path("Targets").valueStream().map(JsonNode::asString).toList();
    }

    private static boolean submit(PurgeEngine engine, Connection connection, Plan plan)
            throws InterruptedException {
        try {
            engine.submit(
                    connection, plan, new Consent(true, null), Progress.SILENT, new RunControl());
            return true;
        } catch (RefusedSubmitException e) {
            assertThat(e.kind()).isEqualTo(Kind.PLAN);
            return false;
        }
    }

    private static Dispatcher acceptingAll(Queue<JsonNode> left) {
        AtomicLong tasks = new AtomicLong();
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                left.add(JSON.readTree(request.getBody().toByteArray()));
                return new MockResponse.Builder()
                        .body(
                                "{\"Response\":{\"JobId\":\"t%d\",\"RequestId\":\"r\"}}"
                                        .formatted(tasks.incrementAndGet()))
                        .build();
            }
        };
    }

    private static Connection connection(MockWebServer server, Clock clock) {
        TeoEndpoint endpoint = TeoEndpoint.of("http://127.0.0.1:" + server.getPort());
        Credentials key = new Credentials("AKIDscope", "scope", null);
        HttpTeoClient client =
                new HttpTeoClient(
                        endpoint,
                        () -> key,
                        RequestGate.OPEN,
                        clock,
                        NetworkOptions.defaults(),
                        () -> Language.ENGLISH,
                        null);
        return new Connection(
                "scope", "scope", "fingerprint", endpoint.url(), SafetyLevel.NORMAL, false, client);
    }
}
