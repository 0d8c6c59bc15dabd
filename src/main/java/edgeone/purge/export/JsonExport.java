package edgeone.purge.export;

import edgeone.purge.model.Job;
import edgeone.purge.model.JobSummary;
import edgeone.purge.model.PurgeMethod;
import edgeone.purge.model.TargetRow;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.Writer;

/** Writes jobs as one JSON document, with the names of the command line's JSON. */
final class JsonExport implements JobWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                                    .build())
                    .build();

    private final JsonGenerator json;
    private final boolean shared;
    private boolean inJob;

    /**
     * @param shared whether to say who submitted each job, and on which machine
     */
    JsonExport(Writer out, boolean shared) {
        this.shared = shared;
        json = JSON.createGenerator(out);
    }

    @Override
    public void begin() {
        json.writeStartObject();
        json.writeArrayPropertyStart("jobs");
    }

    @Override
    public void job(JobSummary summary) {
        endJob();
        Job job = summary.job();
        PurgeMethod method = job.methodInEffect();
        json.writeStartObject();
        json.writeStringProperty("job", job.id());
        json.writeStringProperty("createdAt", job.createdAt().toString());
        json.writeStringProperty("account", job.account());
        property("accountId", job.accountId());
        json.writeStringProperty("endpoint", job.endpoint());
        json.writeStringProperty("zone", job.zoneId());
        property("zoneName", job.zoneName().isEmpty() ? null : job.zoneName());
        json.writeStringProperty("type", job.type().wireName());
        property("method", method == null ? null : method.wireName());
        if (shared) {
            property("person", job.provenance().user());
            property("machine", job.provenance().host());
        }
        property("retryOf", job.retryOf());
        json.writeStringProperty("state", summary.state().label());
        json.writeArrayPropertyStart("targets");
        inJob = true;
    }

    @Override
    public void target(TargetRow row) {
        json.writeStartObject();
        json.writeStringProperty("target", row.target());
        json.writeStringProperty("state", row.state().label());
        property("reason", row.reason());
        property("code", row.code());
        property("taskId", row.taskId());
        property("requestId", row.requestId());
        json.writeEndObject();
    }

    private void endJob() {
        if (inJob) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    @Override
    public void end() throws IOException {
        try {
            endJob();
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void property(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
