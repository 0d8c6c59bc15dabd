package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.messages.Language;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.PurgeType;
import edgeone.purge.teo.reply.PurgeReply;

import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The six examples of EdgeOne's documentation, byte for byte on the wire, and their replies. */
final class SeedExamplesWireTest {
    private static final String ZONE = "zone-ajj243dwrew";
    private static final String REQUEST_ID = "3c140219-cfe9-470e-b241-907877d6fb03";

    private TeoWire wire;

    @BeforeEach
    void start() throws Exception {
        wire = TeoWire.start();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(
                        "1 URL",
                        order(PurgeType.URL, null, "http://www.example.com/a.txt"),
                        "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_url\","
                                + "\"Targets\":[\"http://www.example.com/a.txt\"]}",
                        "20ga521cpwch"),
                Arguments.of(
                        "2 hostname",
                        order(PurgeType.HOST, null, "www.example.com"),
                        "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_host\","
                                + "\"Targets\":[\"www.example.com\"]}",
                        "20ga521cpwcs"),
                Arguments.of(
                        "3 cache tag",
                        order(PurgeType.CACHE_TAG, null, "tag1", "tag2", "tag3"),
                        "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_cache_tag\","
                                + "\"Targets\":[\"tag1\",\"tag2\",\"tag3\"]}",
                        "20ga521cpwcs"),
                Arguments.of(
                        "4 all",
                        order(PurgeType.ALL, null),
                        "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_all\"}",
                        "20ga521cpwcs"),
                Arguments.of(
                        "5 directory, delete",
                        order(PurgeType.PREFIX, PurgeMethod.DELETE, "http://www.example.com/test/"),
                        "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_prefix\","
                                + "\"Method\":\"delete\","
                                + "\"Targets\":[\"http://www.example.com/test/\"]}",
                        "20ga521cpwck"),
                Arguments.of(
                        "6 directory, invalidate",
                        order(
                                PurgeType.PREFIX,
                                PurgeMethod.INVALIDATE,
                                "http://www.example.com/test/"),
                        "{\"ZoneId\":\"zone-ajj243dwrew\",\"Type\":\"purge_prefix\","
                                + "\"Method\":\"invalidate\","
                                + "\"Targets\":[\"http://www.example.com/test/\"]}",
                        "20ga521cpwcj"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exactlyAsDocumented(String name, PurgeOrder order, String body, String jobId)
            throws Exception {
        wire.reply(
                """
                {
                    "Response": {
                        "JobId": "%s",
                        "FailedList": [],
                        "RequestId": "%s"
                    }
                }
                """
                        .formatted(jobId, REQUEST_ID));

        PurgeReply reply = wire.client().createPurgeTask(order);

        assertThat(reply).isEqualTo(new PurgeReply(jobId, List.of(), REQUEST_ID));
        RecordedRequest request = wire.server().takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST / HTTP/1.1");
        assertThat(TeoWire.body(request)).isEqualTo(body);
        Map<String, List<String>> headers = request.getHeaders().toMultimap();
        String host = "localhost:" + wire.server().getPort();
        String authorization = TeoWire.authorization(request);
        assertThat(headers)
                .containsOnlyKeys(
                        "accept-encoding",
                        "authorization",
                        "connection",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent",
                        "x-tc-action",
                        "x-tc-language",
                        "x-tc-requestclient",
                        "x-tc-timestamp",
                        "x-tc-version")
                .containsEntry("authorization", List.of(authorization))
                .containsEntry("content-type", List.of("application/json; charset=utf-8"))
                .containsEntry("content-length", List.of(Integer.toString(body.length())))
                .containsEntry("host", List.of(host))
                .containsEntry("x-tc-action", List.of("CreatePurgeTask"))
                .containsEntry("x-tc-version", List.of("2022-09-01"))
                .containsEntry(
                        "x-tc-timestamp", List.of(Long.toString(TeoWire.NOW.getEpochSecond())))
                .containsEntry("x-tc-language", List.of(Language.ENGLISH.apiName()));
        assertThat(request.getHeaders().get("X-TC-RequestClient"))
                .matches("^[0-9a-zA-Z-_,;.]+$")
                .hasSizeLessThanOrEqualTo(128);
        assertThat(request.getHeaders().get("User-Agent")).startsWith("edgeone-purge/");
    }

    private static PurgeOrder order(PurgeType type, PurgeMethod method, String... targets) {
        return new PurgeOrder(ZONE, type, method, List.of(targets), List.of());
    }
}
