package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.ApiField;
import edgeone.purge.code.RecordingEdgeOne;
import edgeone.purge.code.RecordingEdgeOne.Arrived;
import edgeone.purge.engine.pace.PacedGate;
import edgeone.purge.messages.Language;
import edgeone.purge.model.PrefetchOptions;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.net.TeoEndpoint;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the client sends against the description of the API. */
final class DescribedClientTest {
    private static final String ZONE = "zone-2x5demo00001";
    private static final String PAGE = "https://www.example.com/";

    /** Described, but never sent by the client. */
    private static final Set<String> UNUSED =
            Set.of(
                    "CreatePrefetchTask.EncodeUrl",
                    "CreatePurgeTask.EncodeUrl",
                    "DescribeAccelerationDomains.Direction",
                    "DescribeAccelerationDomains.Filters",
                    "DescribeAccelerationDomains.Filters.Fuzzy",
                    "DescribeAccelerationDomains.Filters.Name",
                    "DescribeAccelerationDomains.Filters.Values",
                    "DescribeAccelerationDomains.Match",
                    "DescribeAccelerationDomains.Order",
                    "DescribePrefetchTasks.Filters.Fuzzy",
                    "DescribePurgeTasks.Filters.Fuzzy",
                    "DescribeZones.Direction",
                    "DescribeZones.Filters",
                    "DescribeZones.Filters.Fuzzy",
                    "DescribeZones.Filters.Name",
                    "DescribeZones.Filters.Values",
                    "DescribeZones.Order");

    @Test
    void theClientSendsWhatIsDescribedAndNothingElse() throws Exception {
        Set<String> used = new TreeSet<>(UNUSED);
        Set<String> actions = new TreeSet<>();
        for (Arrived call : everyCall()) {
            assertThat(call.error()).as("%s", call).isEmpty();
            actions.add(call.action());
            collect(call.action(), call.body(), used);
        }
        Set<String> described = new TreeSet<>();
        for (ApiAction action : ApiDescription.teo().actions()) {
            action.parameters().forEach(p -> collect(action.name(), p, described));
        }
        assertThat(used).isEqualTo(described);
        assertThat(actions).containsExactlyInAnyOrderElementsOf(ApiDescription.teo().names());
    }

    @Test
    void theUnusedAreNotSent() throws Exception {
        Set<String> used = new TreeSet<>();
        everyCall().forEach(call -> collect(call.action(), call.body(), used));
        assertThat(used).isNotEmpty().doesNotContainAnyElementsOf(UNUSED);
    }

    @Test
    void theVersionAndThePaceAreThoseDescribed() {
        assertThat(ApiDescription.teo().version()).isEqualTo(Caller.VERSION);
        assertThat(ApiDescription.teo().service()).isEqualTo(SigningInterceptor.SERVICE);
        assertThat(ApiDescription.teo().actions())
                .allMatch(a -> a.perSecond() == PacedGate.DOCUMENTED_LIMIT);
    }

    /** Everything the client can do, with everything it can be told. */
    private static List<Arrived> everyCall() throws Exception {
        try (RecordingEdgeOne edgeOne = new RecordingEdgeOne();
                HttpTeoClient client = client(edgeOne)) {
            client.describeZones();
            client.describeAccelerationDomains(ZONE);
            client.describeContentQuota(ZONE);
            client.createPurgeTask(order(PurgeType.URL, null, List.of(PAGE), List.of()));
            client.createPurgeTask(
                    order(PurgeType.PREFIX, PurgeMethod.DELETE, List.of(PAGE), List.of()));
            client.createPurgeTask(order(PurgeType.ALL, null, List.of(), List.of()));
            client.createPurgeTask(
                    order(PurgeType.CACHE_TAG, null, List.of("a"), List.of("www.example.com")));
            client.describePurgeTasks(new PurgeTaskQuery.ByJob(ZONE, "20ga521cpwch"));
            Instant now = Instant.now();
            client.describePurgeTasks(
                    new PurgeTaskQuery.ByTime(
                            ZONE, now.minus(Duration.ofHours(1)), now, PurgeType.URL));
            client.createPurgeTask(
                    new PurgeOrder(
                            ZONE,
                            PurgeType.PREFETCH,
                            null,
                            List.of(PAGE),
                            List.of(),
                            new PrefetchOptions(
                                    PrefetchOptions.Mode.EDGE,
                                    List.of(new PrefetchOptions.Header("Accept", "image/avif")),
                                    true)));
            client.describePurgeTasks(
                    new PurgeTaskQuery.ByJob(ZONE, "20ga521cpwch", PurgeType.PREFETCH));
            client.describePurgeTasks(
                    new PurgeTaskQuery.ByTime(
                            ZONE, now.minus(Duration.ofHours(1)), now, PurgeType.PREFETCH));
            return edgeOne.take();
        }
    }

    private static HttpTeoClient client(RecordingEdgeOne edgeOne) {
        Credentials keys =
                new Credentials(edgeOne.key().secretId(), edgeOne.key().secretKey(), null);
        return new HttpTeoClient(
                TeoEndpoint.of(edgeOne.uri().toString()),
                () -> keys,
                RequestGate.OPEN,
                Clock.systemUTC(),
                TeoWire.quick(Duration.ofSeconds(30)),
                () -> Language.ENGLISH,
                null);
    }

    private static PurgeOrder order(
            PurgeType type, PurgeMethod method, List<String> targets, List<String> domains) {
        return new PurgeOrder(ZONE, type, method, targets, domains);
    }

    private static void collect(String path, JsonNode node, Set<String> into) {
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, into));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(
                            member -> {
                                String below = path + "." + member.getKey();
                                into.add(below);
                                collect(below, member.getValue(), into);
                            });
        }
    }

    private static void collect(String path, ApiField field, Set<String> into) {
        String below = path + "." + field.name();
        into.add(below);
        Stream.of(field).flatMap(f -> f.members().stream()).forEach(m -> collect(below, m, into));
    }
}
