package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeone.purge.emulator.RawHttp.Response;
import edgeone.purge.emulator.faults.FaultPlan;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Each fault as a client sees it, and whether the purge was accepted all the same. */
final class FaultsTest {
    private static final byte[] PURGE =
            ("{\"ZoneId\":\"zone-2x5demo00001\",\"Type\":\"purge_url\",\"Targets\":["
                            + "\"http://www.example.com/1\",\"http://www.example.com/2\","
                            + "\"http://www.example.com/3\",\"http://www.example.com/4\"]}")
                    .getBytes(StandardCharsets.UTF_8);

    private EmbeddedEdgeOne emulator;
    private ApiCaller caller;

    @BeforeEach
    void start() {
        emulator = EmbeddedEdgeOne.start(EmulatorOptions.defaults());
        caller = ApiCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void aDroppedConnectionIsResetAndNothingIsAccepted() {
        faults("drop");
        assertThatThrownBy(this::purge).isInstanceOfAny(SocketException.class, EOFException.class);
        assertThat(emulator.accepted()).isEmpty();
    }

    @Test
    void aLostReplyIsResetAndThePurgeIsAccepted() throws IOException {
        faults("CreatePurgeTask:lose-reply@nth=2");
        assertThat(purge().status()).isEqualTo(200);
        assertThatThrownBy(this::purge).isInstanceOfAny(SocketException.class, EOFException.class);
        assertThat(emulator.accepted()).hasSize(2);
    }

    @Test
    void aHangingServerSaysNothing() {
        faults("hang-after");
        assertThatThrownBy(() -> caller.send("CreatePurgeTask", PURGE, 200))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(emulator.accepted()).hasSize(1);
        faults("hang=0.05");
        assertThatThrownBy(this::purge).isInstanceOfAny(SocketException.class, EOFException.class);
        assertThat(emulator.accepted()).hasSize(1);
    }

    @Test
    void halfAReplyEndsEarly() {
        faults("half");
        assertThatThrownBy(this::purge)
                .isInstanceOf(EOFException.class)
                .hasMessageMatching("got \\d+ of \\d+");
        assertThat(emulator.accepted()).hasSize(1);
    }

    @Test
    void aTruncatedReplyIsWholeHttpButNotJson() throws IOException {
        faults("truncated");
        Response reply = purge();
        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(() -> ApiCaller.MAPPER.readTree(reply.body()))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-after"})
    void otherStatusesAndPages(String after) throws IOException {
        for (int status : new int[] {500, 502, 503, 408, 302, 307}) {
            faults("status" + after + "=" + status);
            Response reply = purge();
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.header("Content-Type")).isEqualTo("text/html");
            assertThat(reply.header("Retry-After")).isEqualTo(status == 503 ? "0" : "");
            assertThat(reply.header("Location"))
                    .isEqualTo(
                            status / 100 == 3
                                    ? "//" + emulator.endpoint().getAuthority() + "/"
                                    : "");
        }
        faults("html" + after);
        assertThat(purge().status()).isEqualTo(200);
        faults("garbage" + after);
        Response garbage = purge();
        assertThatThrownBy(() -> ApiCaller.MAPPER.readTree(garbage.body()))
                .isInstanceOf(JacksonException.class);
        faults("deep" + after + "=5000");
        assertThat(purge().text()).contains("[[[[[[[[");
        assertThat(emulator.accepted()).hasSize(after.isEmpty() ? 0 : 9);
    }

    @Test
    void aHugeReplyIsStreamed() throws IOException {
        faults("huge=20000000");
        Response reply = purge();
        assertThat(reply.body()).hasSizeGreaterThan(20_000_000);
        assertThat(reply.text()).startsWith("{\"Response\":").endsWith("x\"}}");
    }

    @Test
    void errorsBeforeAndAfterAccepting() throws IOException {
        faults("error=InternalError");
        assertThat(refusal()).startsWith("InternalError: ");
        assertThat(emulator.accepted()).isEmpty();
        faults("error-after=InternalError");
        assertThat(refusal()).startsWith("InternalError: ");
        assertThat(emulator.accepted()).hasSize(1);
        faults("error=RequestLimitExceeded@first=2");
        assertThat(refusal()).contains("`21` in a second");
        assertThat(refusal()).startsWith("RequestLimitExceeded");
        assertThat(refusal()).isEmpty();
    }

    @Test
    void permissionIsDeniedInBothWays() throws IOException {
        faults("CreatePurgeTask:deny");
        assertThat(refusal())
                .isEqualTo(
                        "AuthFailure.UnauthorizedOperation: you are not authorized to perform"
                                + " operation (teo:CreatePurgeTask)\nresource"
                                + " (qcs::teo:::zone/zone-2x5demo00001) has no permission");
        assertThat(caller.refusal("DescribeZones", "{}")).isEmpty();
        faults("deny-product");
        assertThat(refusal()).startsWith("UnauthorizedOperation.NoPermission");
    }

    @Test
    void targetsAreRejectedByCount() throws IOException {
        faults("reject=domain not valid@every=2");
        assertThat(caller.call("CreatePurgeTask", text()).path("FailedList").toString())
                .isEqualTo(
                        "[{\"Reason\":\"domain not valid\",\"Targets\":["
                                + "\"http://www.example.com/2\",\"http://www.example.com/4\"]}]");
        assertThat(emulator.accepted().getFirst().targets()).hasSize(2);
    }

    @Test
    void failedListMayBeNullOrAbsentAndFieldsUnknown() throws IOException {
        assertThat(caller.call("CreatePurgeTask", text()).path("FailedList").isArray()).isTrue();
        faults("failed-list=null");
        assertThat(caller.call("CreatePurgeTask", text()).get("FailedList").isNull()).isTrue();
        faults("failed-list=absent");
        assertThat(caller.call("CreatePurgeTask", text()).has("FailedList")).isFalse();
        faults("extra");
        JsonNode zones = caller.call("DescribeZones", "{}");
        assertThat(zones.has("NewDetail")).isTrue();
        assertThat(zones.path("Zones").get(0).has("NewDetail")).isTrue();
    }

    @Test
    void theClockMayBeWrong() throws IOException {
        faults("clock=+10800");
        Response reply = purge();
        assertThat(reply.text()).contains("AuthFailure.SignatureExpire");
        Instant date =
                Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(reply.header("Date")));
        assertThat(Duration.between(Instant.now(), date))
                .isBetween(Duration.ofSeconds(10_790), Duration.ofSeconds(10_810));
        ApiCaller ahead = caller.with("X-TC-Timestamp", String.valueOf(date.getEpochSecond()));
        assertThat(ahead.refusal("CreatePurgeTask", text())).isEmpty();
    }

    @Test
    void jobsMayStayUnseenForLong() throws IOException {
        faults("visible=3600");
        String jobId = caller.call("CreatePurgeTask", text()).path("JobId").stringValue();
        assertThat(emulator.accepted().getFirst().visibleAfter()).isEqualTo(Duration.ofHours(1));
        String query =
                "{\"ZoneId\":\"zone-2x5demo00001\",\"Filters\":[{\"Name\":\"job-id\",\"Values\":[\""
                        + jobId
                        + "\"]}]}";
        assertThat(caller.call("DescribePurgeTasks", query).path("TotalCount").intValue()).isZero();
    }

    @Test
    void repliesMayBeSlow() throws IOException {
        faults("slow=120");
        long began = System.nanoTime();
        purge();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    private void faults(String spec) {
        emulator.useFaults(FaultPlan.parse(spec));
    }

    private Response purge() throws IOException {
        return caller.send("CreatePurgeTask", PURGE);
    }

    private String refusal() throws IOException {
        return caller.refusal("CreatePurgeTask", text());
    }

    private static String text() {
        return new String(PURGE, StandardCharsets.UTF_8);
    }
}
