package edgeone.purge.export;

import edgeone.purge.export.Exporter.ExportedJob;
import edgeone.purge.model.Job;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.TargetRow;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.Writer;
import java.util.List;

/** Writes jobs as one JSON document, with the names of the command line's JSON. */
final class JsonExport {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                                    .build())
                    .build();

    private JsonExport() {}

    static void write(List<ExportedJob> jobs, Writer writer) {
        try (JsonGenerator json = JSON.createGenerator(writer)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("jobs");
            for (ExportedJob exported : jobs) {
                job(exported, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void job(ExportedJob exported, JsonGenerator json) {
        Job job = exported.summary().job();
        PurgeMethod method = job.methodInEffect();
        json.writeStartObject();
        json.writeStringProperty("job", job.id());
        json.writeStringProperty("createdAt", job.createdAt().toString());
        json.writeStringProperty("account", job.account());
        property("accountId", job.accountId(), json);
        json.writeStringProperty("endpoint", job.endpoint());
        json.writeStringProperty("zone", job.zoneId());
        property("zoneName", job.zoneName().isEmpty() ? null : job.zoneName(), json);
        json.writeStringProperty("type", job.type().wireName());
        property("method", method == null ? null : method.wireName(), json);
        property("retryOf", job.retryOf(), json);
        json.writeStringProperty("state", exported.summary().state().label());
        json.writeArrayPropertyStart("targets");
        for (TargetRow row : exported.targets()) {
            json.writeStartObject();
            json.writeStringProperty("target", row.target());
            json.writeStringProperty("state", row.state().label());
            property("reason", row.reason(), json);
            property("code", row.code(), json);
            property("taskId", row.taskId(), json);
            property("requestId", row.requestId(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void property(String name, @Nullable String value, JsonGenerator json) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
