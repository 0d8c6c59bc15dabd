package edgeone.purge.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import edgeone.purge.api.ApiAction;
import edgeone.purge.api.ApiDescription;
import edgeone.purge.api.ApiField;
import edgeone.purge.api.FieldType;
import edgeone.purge.emulator.faults.FaultPlan;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The embedded EdgeOne against the description of the API: it carries out every action, reads every
 * parameter, and answers every field and no other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DescribedEmulatorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ZONE = "\"ZoneId\":\"zone-2x5demo00001\"";

    /** A call of each action that is carried out. */
    private static final Map<String, String> CALLS =
            Map.of(
                    "CreatePurgeTask",
                    "{"
                            + ZONE
                            + ",\"Type\":\"purge_url\",\"Targets\":"
                            + "[\"http://www.example.com/a\",\"http://elsewhere.test/\"]}",
                    "DescribePurgeTasks",
                    "{"
                            + ZONE
                            + ",\"StartTime\":\"2026-01-01T00:00:00Z\","
                            + "\"EndTime\":\"2026-01-02T00:00:00Z\"}",
                    "CreatePrefetchTask",
                    "{"
                            + ZONE
                            + ",\"Targets\":"
                            + "[\"http://www.example.com/a.txt\",\"http://elsewhere.test/\"]}",
                    "DescribePrefetchTasks",
                    "{"
                            + ZONE
                            + ",\"StartTime\":\"2026-01-01T00:00:00Z\","
                            + "\"EndTime\":\"2026-01-02T00:00:00Z\"}",
                    "DescribeContentQuota",
                    "{" + ZONE + "}",
                    "DescribeZones",
                    "{}",
                    "DescribeAccelerationDomains",
                    "{" + ZONE + "}");

    private EmbeddedEdgeOne emulator;

    @BeforeAll
    void start() {
        emulator =
                EmbeddedEdgeOne.start(
                        EmulatorOptions.defaults()
                                .withProcessing(Duration.ZERO)
                                .withVisibilityLag(Duration.ZERO)
                                .withFaults(FaultPlan.parse("row=failed")));
    }

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void everyActionIsCarriedOut() throws IOException {
        assertThat(CALLS.keySet())
                .containsExactlyInAnyOrderElementsOf(ApiDescription.teo().names());
        for (String action : CALLS.keySet()) {
            assertThat(refusal(action, CALLS.get(action))).isEmpty();
        }
    }

    /** A parameter that it did not read would be taken with a value of any type. */
    @Test
    void everyParameterIsRead() throws IOException {
        for (ApiAction action : ApiDescription.teo().actions()) {
            for (ApiField parameter : action.parameters()) {
                ObjectNode body = (ObjectNode) JSON.readTree(CALLS.get(action.name()));
                body.set(parameter.name(), wrong(parameter));
                assertRefused(action, parameter.name(), body);
                for (ApiField member : parameter.members()) {
                    ObjectNode object = (ObjectNode) JSON.readTree(right(parameter));
                    object.set(member.name(), wrong(member));
                    body.set(
                            parameter.name(),
                            parameter.list() ? JSON.createArrayNode().add(object) : object);
                    assertRefused(action, parameter.name() + "." + member.name(), body);
                }
            }
        }
    }

    private void assertRefused(ApiAction action, String path, ObjectNode body) throws IOException {
        assertThat(refusal(action.name(), body.toString()))
                .as("%s %s", action.name(), path)
                .contains(path.substring(path.lastIndexOf('.') + 1));
    }

    /** An object with its members right. */
    private static String right(ApiField object) {
        if (object.name().equals("Headers")) {
            return "{\"Name\":\"Accept\",\"Value\":\"*/*\"}";
        }
        return object.filters().isEmpty()
                ? "{\"Domains\":[\"www.example.com\"]}"
                : "{\"Name\":\"" + object.filters().getFirst().name() + "\",\"Values\":[\"a\"]}";
    }

    /** A value that no type takes where this one belongs. */
    private static JsonNode wrong(ApiField field) {
        return field.type() == FieldType.OBJECT || field.list()
                ? JSON.valueToTree("text")
                : JSON.valueToTree(List.of());
    }

    @Test
    void everyBoundOfANumberIsKept() throws IOException {
        for (ApiAction action : ApiDescription.teo().actions()) {
            for (ApiField parameter : action.parameters()) {
                if (parameter.type() == FieldType.INTEGER) {
                    ObjectNode body = (ObjectNode) JSON.readTree(CALLS.get(action.name()));
                    body.put(parameter.name(), parameter.bounds().least());
                    assertThat(refusal(action.name(), body.toString())).isEmpty();
                    body.put(parameter.name(), parameter.bounds().least() - 1);
                    assertRefused(action, parameter.name(), body);
                    if (!parameter.bounds().isOpen()) {
                        body.put(parameter.name(), parameter.bounds().most());
                        assertThat(refusal(action.name(), body.toString())).isEmpty();
                        body.put(parameter.name(), parameter.bounds().most() + 1);
                        assertRefused(action, parameter.name(), body);
                    }
                }
            }
        }
    }

    @Test
    void everyFieldOfAReplyIsDescribedAndAnswered() throws IOException {
        JsonNode purge = reply("CreatePurgeTask", CALLS.get("CreatePurgeTask"));
        JsonNode prefetch = reply("CreatePrefetchTask", CALLS.get("CreatePrefetchTask"));
        for (ApiAction action : ApiDescription.teo().actions()) {
            String name = action.name();
            JsonNode reply =
                    switch (name) {
                        case "CreatePurgeTask" -> purge;
                        case "CreatePrefetchTask" -> prefetch;
                        case "DescribePurgeTasks" -> reply(name, byJob(purge));
                        case "DescribePrefetchTasks" -> reply(name, byJob(prefetch));
                        default -> reply(name, CALLS.get(name));
                    };
            Set<String> answered = new TreeSet<>();
            ((ObjectNode) reply).remove("RequestId");
            collect("", reply, action.reply(), answered);
            Set<String> described = new TreeSet<>();
            collect("", action.reply(), described);
            assertThat(answered).as(name).isEqualTo(described);
        }
    }

    private static String byJob(JsonNode created) {
        return "{"
                + ZONE
                + ",\"Filters\":[{\"Name\":\"job-id\",\"Values\":["
                + created.path("JobId")
                + "]}]}";
    }

    private JsonNode reply(String action, String body) throws IOException {
        return ApiCaller.of(emulator).call(action, body);
    }

    /** Keeps below the rate limit. */
    private String refusal(String action, String body) throws IOException {
        String refusal = ApiCaller.of(emulator).refusal(action, body);
        while (refusal.startsWith("RequestLimitExceeded")) {
            Thread.onSpinWait();
            refusal = ApiCaller.of(emulator).refusal(action, body);
        }
        return refusal;
    }

    /** What is below a field without described members is not looked at. */
    private static void collect(
            String path, JsonNode node, List<ApiField> fields, Set<String> into) {
        if (node.isArray()) {
            node.forEach(item -> collect(path, item, fields, into));
        } else if (node.isObject() && !fields.isEmpty()) {
            node.properties()
                    .forEach(
                            member -> {
                                String below = path + "." + member.getKey();
                                into.add(below);
                                fields.stream()
                                        .filter(f -> f.name().equals(member.getKey()))
                                        .forEach(
                                                f ->
                                                        checkedBelow(
                                                                below, member.getValue(), f, into));
                            });
        }
    }

    private static void checkedBelow(
            String path, JsonNode value, ApiField field, Set<String> into) {
        if (!field.values().isEmpty()) {
            assertThat(field.values()).as(path).contains(value.stringValue());
        }
        collect(path, value, field.members(), into);
    }

    private static void collect(String path, List<ApiField> fields, Set<String> into) {
        for (ApiField field : fields) {
            into.add(path + "." + field.name());
            collect(path + "." + field.name(), field.members(), into);
        }
    }
}
