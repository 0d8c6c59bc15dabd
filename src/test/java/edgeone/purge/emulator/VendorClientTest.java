package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tencentcloudapi.common.AbstractModel;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.common.profile.Language;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Runs every action with the vendor's own client. */
final class VendorClientTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ZONE = "{\"ZoneId\":\"zone-2x5demo00001\"";

    private static EmbeddedEdgeOne emulator;

    @BeforeAll
    static void start() {
        emulator =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withProcessing(Duration.ZERO)
                                .withVisibilityLag(Duration.ZERO));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void listsZonesAndHosts() throws Exception {
        JsonNode zones = call(DemoAccount.SECRET_KEY, "DescribeZones", "{}");
        assertThat(zones.path("TotalCount").intValue()).isEqualTo(6);
        assertThat(zones.path("Zones").get(0).path("ZoneId").stringValue())
                .isEqualTo("zone-2x5demo00001");
        JsonNode hosts = call(DemoAccount.SECRET_KEY, "DescribeAccelerationDomains", ZONE + "}");
        assertThat(hosts.path("AccelerationDomains").findValuesAsString("DomainName"))
                .containsExactly(
                        "*.preview.example.com",
                        "img.example.com",
                        "static.example.com",
                        "www.example.com");
    }

    @Test
    void purgesAndFollows() throws Exception {
        long before = quotaLeft();
        JsonNode created =
                call(
                        DemoAccount.SECRET_KEY,
                        "CreatePurgeTask",
                        ZONE
                                + ",\"Type\":\"purge_url\",\"Targets\":[\"http://www.example.com/%E6%96%87\","
                                + "\"http://www.example.org/elsewhere\"]}");
        String jobId = created.path("JobId").stringValue();
        assertThat(jobId).matches("[0-9a-z]{12}");
        assertThat(created.path("FailedList").toString())
                .isEqualTo(
                        "[{\"Reason\":\"domain not valid\","
                                + "\"Targets\":[\"http://www.example.org/elsewhere\"]}]");
        assertThat(quotaLeft()).isEqualTo(before - 1);
        JsonNode tasks =
                call(
                        DemoAccount.SECRET_KEY,
                        "DescribePurgeTasks",
                        ZONE
                                + ",\"Filters\":[{\"Name\":\"job-id\",\"Values\":[\""
                                + jobId
                                + "\"]}]}");
        assertThat(tasks.path("TotalCount").intValue()).isEqualTo(1);
        JsonNode row = tasks.path("Tasks").get(0);
        assertThat(row.path("Status").stringValue()).isEqualTo("success");
        assertThat(row.path("Target").stringValue()).isEqualTo("http://www.example.com/%E6%96%87");
        assertThat(row.has("FailType")).isFalse();
    }

    @Test
    void prefetchesAndFollows() throws Exception {
        long before = quotaLeft("PrefetchQuota", "prefetch_url");
        JsonNode created =
                call(
                        DemoAccount.SECRET_KEY,
                        "CreatePrefetchTask",
                        ZONE
                                + ",\"Targets\":[\"http://www.example.com/a.txt\","
                                + "\"http://www.example.com/none\",\"http://www.example.org/a\"],"
                                + "\"Mode\":\"default\",\"PrefetchMediaSegments\":\"off\","
                                + "\"Headers\":[{\"Name\":\"Accept\",\"Value\":\"*/*\"}],"
                                + "\"EncodeUrl\":true}");
        assertThat(created.path("FailedList").toString())
                .isEqualTo(
                        "[{\"Reason\":\"domain not valid\","
                                + "\"Targets\":[\"http://www.example.org/a\"]}]");
        assertThat(quotaLeft("PrefetchQuota", "prefetch_url")).isEqualTo(before - 2);
        JsonNode tasks =
                call(
                        DemoAccount.SECRET_KEY,
                        "DescribePrefetchTasks",
                        ZONE
                                + ",\"Filters\":[{\"Name\":\"job-id\",\"Values\":["
                                + created.path("JobId")
                                + "]}]}");
        assertThat(tasks.path("Tasks").findValuesAsString("Status"))
                .containsExactly("success", "invalid");
        assertThat(tasks.path("Tasks").findValuesAsString("Type"))
                .containsExactly("prefetch_url", "prefetch_url");
        JsonNode purges =
                call(
                        DemoAccount.SECRET_KEY,
                        "DescribePurgeTasks",
                        ZONE
                                + ",\"Filters\":[{\"Name\":\"job-id\",\"Values\":["
                                + created.path("JobId")
                                + "]}]}");
        assertThat(purges.path("TotalCount").intValue()).isZero();
    }

    @Test
    void signsWithATemporaryKey() throws Exception {
        var key =
                new Credential(
                        DemoAccount.TEMPORARY_SECRET_ID,
                        DemoAccount.TEMPORARY_SECRET_KEY,
                        DemoAccount.TEMPORARY_TOKEN);
        assertThat(client(key).commonRequest(new Model("{}"), "DescribeZones"))
                .contains("TotalCount");
        key.setToken("another");
        assertThatThrownBy(() -> client(key).commonRequest(new Model("{}"), "DescribeZones"))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo("AuthFailure.TokenFailure"));
    }

    @Test
    void refusesAWrongKey() {
        assertThatThrownBy(() -> call("wrong", "DescribeZones", "{}"))
                .isInstanceOfSatisfying(
                        TencentCloudSDKException.class,
                        e -> {
                            assertThat(e.getErrorCode()).isEqualTo("AuthFailure.SignatureFailure");
                            assertThat(e.getRequestId()).hasSize(36);
                            assertThat(e.getMessage()).contains("check your signature is correct");
                        });
    }

    private static long quotaLeft() throws Exception {
        return quotaLeft("PurgeQuota", "purge_url");
    }

    private static long quotaLeft(String list, String type) throws Exception {
        JsonNode quota = call(DemoAccount.SECRET_KEY, "DescribeContentQuota", ZONE + "}");
        return quota.path(list)
                .valueStream()
                .filter(q -> q.path("Type").stringValue().equals(type))
                .findFirst()
                .orElseThrow()
                .path("DailyAvailable")
                .longValue();
    }

    private static JsonNode call(String secretKey, String action, String body) throws Exception {
        String reply =
                client(new Credential(DemoAccount.SECRET_ID, secretKey))
                        .commonRequest(new Model(body), action);
        JsonNode root = MAPPER.readTree(reply);
        return root.has("Response") ? root.path("Response") : root;
    }

    private static CommonClient client(Credential credential) {
        var http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint(emulator.endpoint().getAuthority());
        http.setReadTimeout(10);
        var profile = new ClientProfile(ClientProfile.SIGN_TC3_256, http);
        profile.setLanguage(Language.EN_US);
        return new CommonClient("teo", "2022-09-01", credential, "", profile);
    }

    /** A request whose members are given as JSON. */
    private static final class Model extends AbstractModel {
        Model(String json) {
            Map<?, ?> members = MAPPER.readValue(json, Map.class);
            members.forEach((name, value) -> set((String) name, value));
        }

        @Override
        protected void toMap(HashMap<String, String> map, String prefix) {
            // only older signatures send what it would fill in
        }
    }
}
