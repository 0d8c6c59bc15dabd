package edgeone.purge.cli.call;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.model.call.Call;

/** The JSON of a call. */
final class CallFields {
    private CallFields() {}

    static Output.Fields of(Call call) {
        return new Output.Fields()
                .put("call", call.id())
                .put("at", call.at().toString())
                .put("action", call.action())
                .put("zone", call.zone())
                .put("job", call.job())
                .put("batch", call.batch())
                .put("attempt", call.attempt())
                .put("tookMs", call.tookMillis())
                .put("http", call.http())
                .put("code", call.code())
                .put("requestId", call.requestId());
    }
}
