package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.error.RefusedException;

import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/** The other actions and the optional headers on the wire. */
final class TeoRequestsWireTest {
    private static final String EMPTY_TASKS =
            "{\"Response\":{\"TotalCount\":0,\"Tasks\":[],\"RequestId\":\"r\"}}";

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
    void theLanguageIsReadBeforeEachRequest() throws Exception {
        AtomicReference<Language> language = new AtomicReference<>(Language.CHINESE);
        wire.language(language::get);
        wire.reply(EMPTY_TASKS);
        wire.reply(EMPTY_TASKS);
        wire.client().describePurgeTasks(new PurgeTaskQuery.ByJob("z", "j"));
        language.set(Language.ENGLISH);
        wire.client().describePurgeTasks(new PurgeTaskQuery.ByJob("z", "j"));
        assertThat(wire.server().takeRequest().getHeaders().get("X-TC-Language"))
                .isEqualTo("zh-CN");
        assertThat(wire.server().takeRequest().getHeaders().get("X-TC-Language"))
                .isEqualTo("en-US");
    }

    @Test
    void regionAndTokenAreSentOnlyIfSet() throws Exception {
        wire.region("ap-guangzhou").credentials(() -> new Credentials("AKID1", "k", "tok/en=="));
        wire.reply(EMPTY_TASKS);
        wire.client().describePurgeTasks(new PurgeTaskQuery.ByJob("z", "j"));
        RecordedRequest request = wire.server().takeRequest();
        assertThat(request.getHeaders().get("X-TC-Region")).isEqualTo("ap-guangzhou");
        assertThat(request.getHeaders().get("X-TC-Token")).isEqualTo("tok/en==");
        assertThat(request.getHeaders().get("Authorization"))
                .contains("SignedHeaders=content-type;host,");
    }

    @Test
    void bodiesOfTheReads() throws Exception {
        HttpTeoClient client = wire.client();
        wire.reply("{\"Response\":{\"TotalCount\":0,\"Zones\":[],\"RequestId\":\"r\"}}");
        client.describeZones();
        wire.reply("{\"Response\":{\"TotalCount\":0,\"AccelerationDomains\":null}}");
        client.describeAccelerationDomains("zone-1");
        wire.reply("{\"Response\":{\"PurgeQuota\":null,\"PrefetchQuota\":null}}");
        client.describeContentQuota("zone-1");
        wire.reply(EMPTY_TASKS);
        client.describePurgeTasks(new PurgeTaskQuery.ByJob("zone-1", "20ga521cpwch"));
        wire.reply(EMPTY_TASKS);
        client.describePurgeTasks(
                new PurgeTaskQuery.ByTime(
                        "zone-1",
                        Instant.parse("2026-03-04T05:06:07.900Z"),
                        Instant.parse("2026-03-04T05:10:00.001Z"),
                        PurgeType.CACHE_TAG));
        wire.reply(EMPTY_TASKS);
        client.describePurgeTasks(
                new PurgeTaskQuery.ByTime(
                        "zone-1",
                        Instant.parse("2026-03-04T05:06:00Z"),
                        Instant.parse("2026-03-11T05:06:00.500Z"),
                        null));

        List<String> actions = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RecordedRequest request = wire.server().takeRequest();
            actions.add(request.getHeaders().get("X-TC-Action"));
            bodies.add(TeoWire.body(request));
        }
        assertThat(actions)
                .containsExactly(
                        "DescribeZones",
                        "DescribeAccelerationDomains",
                        "DescribeContentQuota",
                        "DescribePurgeTasks",
                        "DescribePurgeTasks",
                        "DescribePurgeTasks");
        assertThat(bodies)
                .containsExactly(
                        "{\"Offset\":0,\"Limit\":100}",
                        "{\"ZoneId\":\"zone-1\",\"Offset\":0,\"Limit\":200}",
                        "{\"ZoneId\":\"zone-1\"}",
                        "{\"ZoneId\":\"zone-1\",\"Offset\":0,\"Limit\":1000,\"Filters\":"
                                + "[{\"Name\":\"job-id\",\"Values\":[\"20ga521cpwch\"]}]}",
                        "{\"ZoneId\":\"zone-1\",\"StartTime\":\"2026-03-04T05:06:07Z\","
                                + "\"EndTime\":\"2026-03-04T05:10:01Z\","
                                + "\"Offset\":0,\"Limit\":1000,\"Filters\":"
                                + "[{\"Name\":\"type\",\"Values\":[\"purge_cache_tag\"]}]}",
                        "{\"ZoneId\":\"zone-1\",\"StartTime\":\"2026-03-04T05:06:00Z\","
                                + "\"EndTime\":\"2026-03-11T05:06:00Z\","
                                + "\"Offset\":0,\"Limit\":1000}");
    }

    @Test
    void textIsSentAsPlainUtf8AndTagDomainsOnlyIfGiven() throws Exception {
        wire.reply("{\"Response\":{\"JobId\":\"j\"}}");
        wire.client()
                .createPurgeTask(
                        new PurgeOrder(
                                "zone-1",
                                PurgeType.CACHE_TAG,
                                null,
                                List.of("标签/<&'\"\\", "\uD83D\uDE00"),
                                List.of("www.example.com")));
        assertThat(TeoWire.body(wire.server().takeRequest()))
                .isEqualTo(
                        "{\"ZoneId\":\"zone-1\",\"Type\":\"purge_cache_tag\","
                                + "\"Targets\":[\"标签/<&'\\\"\\\\\",\"\uD83D\uDE00\"],"
                                + "\"CacheTag\":{\"Domains\":[\"www.example.com\"]}}");
    }

    /** A purge is signed when it leaves, not when it was requested. */
    @Test
    void theGateComesLastAndTheTimestampAfterIt() throws Exception {
        SetClock clock = new SetClock(TeoWire.NOW);
        List<String> asked = new ArrayList<>();
        wire.clock(clock)
                .gate(
                        new RequestGate() {
                            @Override
                            public void await(String action) {
                                asked.add(action);
                                assertThat(wire.server().getRequestCount()).isZero();
                                clock.advance(Duration.ofMinutes(20));
                            }

                            @Override
                            public void throttled(String action, String serverMessage) {
                                asked.add("throttled");
                            }
                        });
        wire.reply("{\"Response\":{\"JobId\":\"j\"}}");
        wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(asked).containsExactly("CreatePurgeTask");
        assertThat(wire.server().takeRequest().getHeaders().get("X-TC-Timestamp"))
                .isEqualTo(Long.toString(TeoWire.NOW.plusSeconds(1_200).getEpochSecond()));
    }

    @Test
    void throttlingIsReportedToTheGate() throws Exception {
        List<String> told = new ArrayList<>();
        wire.gate(
                new RequestGate() {
                    @Override
                    public void await(String action) {}

                    @Override
                    public void throttled(String action, String serverMessage) {
                        told.add(action + ": " + serverMessage);
                    }
                });
        for (String code :
                List.of("RequestLimitExceeded", "RequestLimitExceeded.IPLimitExceeded")) {
            wire.reply(
                    "{\"Response\":{\"Error\":{\"Code\":\"%s\",\"Message\":\"slow\"}}}"
                            .formatted(code));
            assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                    .isInstanceOf(RefusedException.class);
        }
        wire.reply("{\"Response\":{\"Error\":{\"Code\":\"LimitExceeded.DailyQuota\"}}}");
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOf(RefusedException.class);
        assertThat(told).containsExactly("CreatePurgeTask: slow", "CreatePurgeTask: slow");
    }

    @Test
    void failuresOfGateOrKeysAreNotHiddenAndNothingIsSent() {
        wire.gate(
                new RequestGate() {
                    @Override
                    public void await(String action) {
                        throw new IllegalStateException("journal was removed");
                    }

                    @Override
                    public void throttled(String action, String serverMessage) {}
                });
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("journal was removed");
        assertThat(wire.server().getRequestCount()).isZero();
        assertThatThrownBy(() -> new Credentials("AKID", "key", "canary\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void everySignatureOfManyRandomBodiesHolds() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            String target =
                    random.ints(1 + random.nextInt(60), 0x20, 0x3000)
                            .filter(c -> !Character.isSurrogate((char) c))
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            wire.reply("{\"Response\":{\"JobId\":\"j\"}}");
            wire.client()
                    .createPurgeTask(
                            new PurgeOrder(
                                    "z", PurgeType.URL, null, List.of("u" + target), List.of()));
            RecordedRequest request = wire.server().takeRequest();
            assertThat(request.getHeaders().get("Authorization"))
                    .isEqualTo(TeoWire.authorization(request));
        }
    }
}
