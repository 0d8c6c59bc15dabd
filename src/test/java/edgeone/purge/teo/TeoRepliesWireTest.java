package edgeone.purge.teo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import edgeone.purge.model.Quota;
import edgeone.purge.model.Zone;
import edgeone.purge.teo.error.ErrorCatalogue;
import edgeone.purge.teo.error.ErrorClass;
import edgeone.purge.teo.error.RefusedException;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.teo.error.UnansweredException;
import edgeone.purge.teo.reply.PurgeReply;
import edgeone.purge.teo.reply.PurgeTask;
import edgeone.purge.teo.reply.PurgeTasks;

import mockwebserver3.MockResponse;

import okio.Buffer;
import okio.GzipSink;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** How replies are read: what counts, what is ignored, and what never counts as an answer. */
final class TeoRepliesWireTest {
    private TeoWire wire;

    @BeforeEach
    void start() throws Exception {
        wire = TeoWire.start();
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"FailedList\":null,", "\"FailedList\":[],", "\"Error\":null,"})
    void noFailedTarget(String list) throws Exception {
        wire.reply("{\"Response\":{\"RequestId\":\"r\"," + list + "\"JobId\":\"j\",\"New\":{}}}");
        assertThat(wire.client().createPurgeTask(TeoWire.ORDER))
                .isEqualTo(new PurgeReply("j", List.of(), "r"));
    }

    @Test
    void failedTargetsByReason() throws Exception {
        wire.reply(
                """
                {"Response":{"JobId":"j","FailedList":[
                  {"Reason":"domain not valid","Targets":["http://b.test/1","http://b.test/2"]},
                  null,
                  {"Reason":null,"Targets":null}],
                 "RequestId":"r"},"More":1}
                """);
        assertThat(wire.client().createPurgeTask(TeoWire.ORDER))
                .isEqualTo(
                        new PurgeReply(
                                "j",
                                List.of(
                                        new PurgeReply.FailReason(
                                                "domain not valid",
                                                List.of("http://b.test/1", "http://b.test/2")),
                                        new PurgeReply.FailReason("", List.of())),
                                "r"));
    }

    @Test
    void withoutAJobIdWhenEveryTargetFailed() throws Exception {
        wire.reply(
                "{\"Response\":{\"JobId\":\"\",\"FailedList\":"
                        + "[{\"Reason\":\"x\",\"Targets\":[\"http://a.test/x\"]}]}}");
        PurgeReply reply = wire.client().createPurgeTask(TeoWire.ORDER);
        assertThat(reply.jobId()).isNull();
        assertThat(reply.requestId()).isNull();
        assertThat(reply.failed()).hasSize(1);
    }

    @Test
    void anErrorIsARefusalWithCodeMessageAndRequestId() {
        wire.reply(
                "{\"Response\":{\"JobId\":\"ignored\",\"Error\":{\"Code\":\"LimitExceeded."
                        + "DailyQuota\",\"Message\":\"当天提交的资源数超过上限。\"},\"RequestId\":\"r-9\"}}");
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> {
                            assertThat(e.action()).isEqualTo("CreatePurgeTask");
                            assertThat(e.code()).isEqualTo("LimitExceeded.DailyQuota");
                            assertThat(e.detail()).isEqualTo("当天提交的资源数超过上限。");
                            assertThat(e.requestId()).isEqualTo("r-9");
                            assertThat(e.errorClass()).isEqualTo(ErrorClass.QUOTA);
                            assertThat(e.provesNotTaken()).isTrue();
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                                   | Reply.NotJson
                    <html>sign in</html>                                 | Reply.NotJson
                    {"Response":{"JobId":"j"                             | Reply.NotJson
                    {"Response":{"JobId":"j"}} trailing                  | Reply.NotJson
                    {"Response":{"JobId":"a","JobId":"b"}}               | Reply.NotJson
                    null                                                 | Reply.Unexpected
                    []                                                   | Reply.Unexpected
                    "text"                                               | Reply.Unexpected
                    {}                                                   | Reply.Unexpected
                    {"Response":null}                                    | Reply.Unexpected
                    {"Response":[]}                                      | Reply.Unexpected
                    {"Response":{}}                                      | Reply.Unexpected
                    {"Response":{"JobId":null,"FailedList":null}}        | Reply.Unexpected
                    {"Response":{"JobId":7}}                             | Reply.Unexpected
                    {"Response":{"JobId":"j","FailedList":{}}}           | Reply.Unexpected
                    {"Response":{"JobId":"j","FailedList":["x"]}}        | Reply.Unexpected
                    {"Response":{"JobId":"j","FailedList":[{"Targets":"x"}]}} | Reply.Unexpected
                    {"Response":{"JobId":"j","FailedList":[{"Targets":[1]}]}} | Reply.Unexpected
                    {"Response":{"Error":"no","JobId":"j"}}              | Reply.Unexpected
                    {"Response":{"Error":{"Message":"m"},"JobId":"j"}}   | Reply.Unexpected
                    {"Response":{"Error":{"Code":5},"JobId":"j"}}        | Reply.Unexpected
                    """)
    void anythingButAnAnswerLeavesTheOutcomeUnknown(String body, String code) {
        wire.reply(body);
        assertUnanswered(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 408, 413, 421, 429, 500, 502, 503})
    void anyStatusBut200LeavesTheOutcomeUnknown(int status) {
        MockResponse.Builder response =
                TeoWire.ok("{\"Response\":{\"JobId\":\"j\",\"RequestId\":\"r\"}}").code(status);
        wire.server().enqueue(status == 204 ? response.body("").build() : response.build());
        assertUnanswered("Http." + status);
        assertThat(wire.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void aBadStatusKeepsEdgeOnesMessage() {
        wire.server()
                .enqueue(
                        TeoWire.ok(
                                        "{\"Response\":{\"Error\":{\"Code\":\"InternalError\","
                                                + "\"Message\":\"oops\"},\"RequestId\":\"r-5\"}}")
                                .code(500)
                                .build());
        Throwable thrown = catchThrowable(() -> wire.client().createPurgeTask(TeoWire.ORDER));
        assertThat(thrown)
                .isInstanceOf(UnansweredException.class)
                .hasMessage("HTTP status 500, InternalError: oops, RequestId r-5");
        assertThat(((TeoException) thrown).errorClass()).isEqualTo(ErrorClass.SERVER);
    }

    @Test
    void hostileJsonEndsQuickly() {
        String deep = "[".repeat(1_000_000);
        String wide = "{\"Response\":{\"JobId\":\"j\",\"x\":[" + "{},".repeat(2_000_000) + "{}]}}";
        String number = "{\"Response\":{\"JobId\":\"j\",\"x\":" + "9".repeat(5_000_000) + "}}";
        String text = "{\"Response\":{\"JobId\":\"" + "j".repeat(20_000_000) + "\"}}";
        String name = "{\"Response\":{\"" + "n".repeat(5_000_000) + "\":1}}";
        for (String body : List.of(deep, wide, number, text, name)) {
            wire.reply(body);
            assertUnanswered("Reply.NotJson");
        }
    }

    @Test
    void aZipBombIsNotUnpackedPastTheLimit() throws Exception {
        Buffer zipped = new Buffer();
        try (GzipSink sink = new GzipSink(zipped)) {
            Buffer blanks = new Buffer();
            for (int i = 0; i < 60; i++) {
                blanks.write(new byte[1024 * 1024]);
                sink.write(blanks, blanks.size());
            }
        }
        wire.server()
                .enqueue(
                        new MockResponse.Builder()
                                .setHeader("Content-Encoding", "gzip")
                                .body(zipped)
                                .build());
        assertUnanswered("Reply.TooLarge");
    }

    @Test
    void aCompressedReplyIsRead() throws Exception {
        Buffer zipped = new Buffer();
        try (GzipSink sink = new GzipSink(zipped)) {
            Buffer json = new Buffer().writeUtf8("{\"Response\":{\"JobId\":\"j\"}}");
            sink.write(json, json.size());
        }
        wire.server()
                .enqueue(
                        new MockResponse.Builder()
                                .setHeader("Content-Encoding", "gzip")
                                .body(zipped)
                                .build());
        assertThat(wire.client().createPurgeTask(TeoWire.ORDER).jobId()).isEqualTo("j");
    }

    /** Replies cut, flipped and mixed at random give a result or a TeoException, nothing else. */
    @Test
    void fuzzedRepliesNeverCrashAndNeverInventAJob() throws Exception {
        Random random = new Random(99);
        String good =
                "{\"Response\":{\"JobId\":\"20ga521cpwch\",\"FailedList\":[{\"Reason\":\"domain"
                        + " not valid\",\"Targets\":[\"http://b.test/1\"]}],\"RequestId\":"
                        + "\"3c140219\",\"Error\":{\"Code\":\"InternalError\",\"Message\":\"m\"}}}";
        String[] parts = {
            "null", "[]", "{}", "\"x\"", "1e999", "-0", "true", "\u0000", "{\"Error\":"
        };
        for (int i = 0; i < 400; i++) {
            StringBuilder body = new StringBuilder(good);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(body.length());
                switch (random.nextInt(3)) {
                    case 0 -> body.setLength(Math.max(1, at));
                    case 1 -> body.insert(at, parts[random.nextInt(parts.length)]);
                    default -> body.deleteCharAt(at).append(' ');
                }
            }
            wire.reply(body.toString());
            // The original reply holds an Error: a changed one must not read as success unless the
            // Error is gone or renamed.
            Throwable thrown = catchThrowable(() -> wire.client().createPurgeTask(TeoWire.ORDER));
            if (thrown != null) {
                assertThat(thrown).as(body.toString()).isInstanceOf(TeoException.class);
            } else {
                assertThat(body.toString()).doesNotContain("\"Error\":{\"Code\":\"");
            }
        }
    }

    @Test
    void zonesAreReadDefensively() throws Exception {
        wire.reply(
                """
                {"Response":{"TotalCount":6,"RequestId":"r","Zones":[
                 {"ZoneId":"zone-1","ZoneName":"example.com","AliasZoneName":"a","Area":"global",
                  "ActiveStatus":"active","LockStatus":"enable","Paused":false,"Status":"pending",
                  "Resources":[{"Group":"value-added","PlanId":"x"},null,
                   {"Group":"plan","PlanId":"plan-standard"}]},
                 {"ZoneId":"zone-2","LockStatus":"plan_migrate","Paused":true,"Tags":null,
                  "Resources":[7]},
                 {"ZoneId":"zone-3","ZoneName":5,"LockStatus":"disable","Paused":"yes",
                  "Resources":"none"},
                 {"ZoneName":"without id"}, null,
                 {"ZoneId":"zone-4"}]}}
                """);
        assertThat(wire.client().describeZones())
                .containsExactly(
                        new Zone(
                                "zone-1",
                                "example.com",
                                "a",
                                "global",
                                "active",
                                false,
                                "plan-standard"),
                        new Zone("zone-2", "", "", "", "paused", true),
                        new Zone("zone-3", "", "", "", "", true),
                        new Zone("zone-4", "", "", "", "", false));
    }

    @Test
    void quotaWithoutAUsableNumberIsSkipped() throws Exception {
        wire.reply(
                """
                {"Response":{"PurgeQuota":[
                 {"Type":"purge_url","Batch":2000,"Daily":10000,"DailyAvailable":9999},
                 {"Type":"purge_prefix","Batch":"2000","Daily":1,"DailyAvailable":1},
                 {"Type":"purge_host","Batch":1,"Daily":1},
                 {"Type":"purge_all","Batch":1,"Daily":10,"DailyAvailable":-3}],
                 "PrefetchQuota":[{"Type":"prefetch_url","Batch":1,"Daily":1,"DailyAvailable":1}]}}
                """);
        assertThat(wire.client().describeContentQuota("zone-1"))
                .containsExactly(
                        new Quota("purge_url", 2000, 10000, 9999),
                        new Quota("purge_all", 1, 10, 0),
                        new Quota("prefetch_url", 1, 1, 1));
    }

    @Test
    void tasksKeepEdgeOnesTerms() throws Exception {
        wire.reply(
                """
                {"Response":{"TotalCount":3,"Tasks":[
                 {"JobId":"j","Target":"http://www.qq.com/a.txt","Type":"purge_url",
                  "Status":"success","CreateTime":"2022-02-09T02:28:43Z",
                  "UpdateTime":"2022-02-09T10:28:52+08:00"},
                 {"JobId":"j","Target":null,"Type":"purge_url","Method":"delete",
                  "Status":"brand-new","CreateTime":null,"UpdateTime":"later",
                  "FailType":"taskFailed","FailMessage":"没有"},
                 {"JobId":"other","Target":"x","Type":"purge_url","Status":"failed"}],
                 "RequestId":"r"}}
                """);
        PurgeTasks tasks =
                wire.client().describePurgeTasks(new PurgeTaskQuery.ByJob("zone-1", "j"));
        assertThat(tasks.requestId()).isEqualTo("r");
        assertThat(tasks.rows())
                .containsExactly(
                        new PurgeTask(
                                "j",
                                "http://www.qq.com/a.txt",
                                "purge_url",
                                null,
                                "success",
                                Instant.parse("2022-02-09T02:28:43Z"),
                                Instant.parse("2022-02-09T02:28:52Z"),
                                null,
                                null),
                        new PurgeTask(
                                "j",
                                "",
                                "purge_url",
                                "delete",
                                "brand-new",
                                null,
                                null,
                                "taskFailed",
                                "没有"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Tasks\":[]}",
                "{\"TotalCount\":\"0\",\"Tasks\":[]}",
                "{\"TotalCount\":-1,\"Tasks\":[]}",
                "{\"TotalCount\":1.5,\"Tasks\":[]}",
                "{\"TotalCount\":99999999999999999999,\"Tasks\":[]}",
                "{\"TotalCount\":0,\"Tasks\":\"none\"}",
                "{\"TotalCount\":1,\"Tasks\":[{\"Type\":\"t\",\"Status\":\"s\"}]}",
                "{\"TotalCount\":1,\"Tasks\":[{\"JobId\":\"j\",\"Type\":\"t\",\"Status\":1}]}",
                "{\"TotalCount\":1,\"Tasks\":[{\"JobId\":\"j\",\"Type\":\"t\",\"Status\":\"s\","
                        + "\"CreateTime\":\"noon\"}]}",
                "{\"RequestId\":\"r\"}"
            })
    void aLookupThatCannotBeReadProvesNothing(String response) {
        wire.reply("{\"Response\":" + response + "}");
        assertThatThrownBy(
                        () ->
                                wire.client()
                                        .describePurgeTasks(
                                                new PurgeTaskQuery.ByJob("zone-1", "j")))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> assertThat(e.code()).isEqualTo("Reply.Unexpected"));
    }

    @Test
    void readsWithoutTheirFieldsAreUnreadable() {
        for (int i = 0; i < 3; i++) {
            wire.reply("{\"Response\":{\"RequestId\":\"r\"}}");
        }
        assertThatThrownBy(() -> wire.client().describeZones())
                .isInstanceOf(UnansweredException.class);
        assertThatThrownBy(() -> wire.client().describeAccelerationDomains("z"))
                .isInstanceOf(UnansweredException.class);
        assertThatThrownBy(() -> wire.client().describeContentQuota("z"))
                .isInstanceOf(UnansweredException.class);
    }

    private void assertUnanswered(String code) {
        assertThatThrownBy(() -> wire.client().createPurgeTask(TeoWire.ORDER))
                .isInstanceOfSatisfying(
                        UnansweredException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.errorClass()).isEqualTo(ErrorCatalogue.classOf(code));
                            assertThat(e.provesNotTaken()).isFalse();
                            assertThat(e.detail()).hasSizeLessThan(2_000);
                        });
    }
}
