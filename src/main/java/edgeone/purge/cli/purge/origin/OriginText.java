package edgeone.purge.cli.purge.origin;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.engine.origin.OriginResult;
import edgeone.purge.engine.text.OriginWords;
import edgeone.purge.messages.Messages;
import edgeone.purge.probe.origin.Checked;
import edgeone.purge.probe.origin.Finding.Unknown;
import edgeone.purge.probe.origin.Round;

import java.util.List;
import java.util.Map;

/** Says what was found at the origin, and why nothing is sent. */
final class OriginText {
    private final Output output;
    private final Messages messages;
    private final OriginWords words;

    OriginText(Output output) {
        this.output = output;
        this.messages = output.messages();
        words = new OriginWords(messages);
    }

    void round(Round round) {
        output.noteLine(words.counts(round));
    }

    /** Says how it ended, and what to do if nothing is sent. */
    void tell(OriginResult result) {
        if (result.end() == OriginResult.End.STOPPED) {
            interrupted();
            return;
        }
        round(result.round());
        switch (result.end()) {
            case NEW, STOPPED -> {}
            case ANYWAY -> {
                output.noteLine(words.named(result.round()));
                output.note("probe.origin.anyway");
            }
            case OLD -> refuse(result);
        }
    }

    private void refuse(OriginResult result) {
        Round round = result.round();
        String message =
                words.named(round)
                        + (result.waited().isZero()
                                ? messages.text("probe.origin.todo")
                                : messages.text(
                                        "probe.origin.waited", result.waited().toSeconds()));
        output.noteLine(message);
        if (output.isJson()) {
            List<Checked> unknown = round.unknown();
            output.json(
                    error("Refused.OriginOld", message)
                            .put("originOld", round.old().stream().map(Checked::target).toList())
                            .put(
                                    "originUnknown",
                                    unknown.isEmpty()
                                            ? null
                                            : unknown.stream().map(this::json).toList())
                            .map());
        }
    }

    private void interrupted() {
        String message = messages.text("probe.origin.interrupted");
        output.noteLine(message);
        if (output.isJson()) {
            output.json(error("Refused.Interrupted", message).map());
        }
    }

    private static Fields error(String code, String message) {
        return new Fields().put("error", Map.of("code", code, "message", message));
    }

    private Map<String, Object> json(Checked checked) {
        Fields fields = new Fields().put("target", checked.target());
        if (checked.finding() instanceof Unknown unknown) {
            fields.put("reason", unknown.doubt().label()).put("message", words.why(unknown));
        }
        return fields.map();
    }
}
