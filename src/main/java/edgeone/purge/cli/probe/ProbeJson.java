package edgeone.purge.cli.probe;

import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.text.FailureText;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.probe.Answer;
import edgeone.purge.model.probe.Probe;
import edgeone.purge.model.probe.Probe.Failure;

import java.util.Map;

/** A probe in JSON. */
public final class ProbeJson {
    private final Messages messages;

    public ProbeJson(Messages messages) {
        this.messages = messages;
    }

    public Map<String, Object> of(Probe probe) {
        Fields fields = new Fields().put("target", probe.target()).put("edge", probe.edge());
        switch (probe.outcome()) {
            case Answer answer -> put(answer, fields);
            case Failure failure ->
                    fields.put(
                            "error",
                            Map.of(
                                    "code",
                                    failure.trouble().label(),
                                    "message",
                                    new FailureText(messages).of(failure)));
        }
        return fields.put("ms", probe.millis()).map();
    }

    private static void put(Answer answer, Fields fields) {
        fields.put("http", answer.http())
                .put("cacheStatus", answer.cacheStatus())
                .put("age", answer.age())
                .put("date", answer.date() == null ? null : answer.date().toString())
                .put("etag", answer.etag())
                .put("lastModified", answer.lastModified())
                .put("vary", answer.vary())
                .put("bytes", answer.bytes())
                .put("cut", answer.cut())
                .put("sha256", answer.sha256())
                .put("location", answer.location())
                .put("logId", answer.logId());
    }
}
