package edgeone.purge.cli.purge.origin;

import edgeone.purge.cli.kit.Output;
import edgeone.purge.cli.kit.Output.Fields;
import edgeone.purge.cli.probe.ProbeText;
import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.probe.origin.Checked;
import edgeone.purge.probe.origin.Finding.Unknown;
import edgeone.purge.probe.origin.Round;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Says what was found at the origin, and why nothing is sent. */
final class OriginText {
    /** Targets that are named, at most. */
    private static final int FEW = 5;

    private final Output output;
    private final Messages messages;

    OriginText(Output output) {
        this.output = output;
        this.messages = output.messages();
    }

    void round(Round round) {
        output.note(
                "probe.origin.round", round.old().size(), round.unknown().size(), round.fresh());
    }

    /** Names the first of those that are not new. */
    void open(Round round) {
        output.noteLine(named(round));
    }

    /**
     * Says why nothing is sent, and what to do.
     *
     * @param waited zero if it was not waited for
     */
    void refuse(Round round, Duration waited) {
        String message =
                named(round)
                        + (waited.isZero()
                                ? messages.text("probe.origin.todo")
                                : messages.text("probe.origin.waited", waited.toSeconds()));
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

    void interrupted() {
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
            fields.put("reason", unknown.doubt().label()).put("message", why(unknown));
        }
        return fields.map();
    }

    /** Ends with a line break. */
    private String named(Round round) {
        StringBuilder text = new StringBuilder();
        add(text, "probe.origin.old", round.old(), round);
        add(text, "probe.origin.unknown", round.unknown(), round);
        return text.toString();
    }

    private void add(StringBuilder text, String key, List<Checked> some, Round round) {
        if (some.isEmpty()) {
            return;
        }
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add(messages.text(key, some.size(), round.targets()));
        some.stream().limit(FEW).forEach(checked -> lines.add("  " + line(checked)));
        if (some.size() > FEW) {
            lines.add("  " + messages.text("probe.origin.more", some.size() - FEW));
        }
        text.append(lines);
    }

    private String line(Checked checked) {
        String target = VisibleText.of(checked.target());
        return checked.finding() instanceof Unknown unknown
                ? messages.text("probe.origin.why", new Shown(target), new Shown(why(unknown)))
                : target;
    }

    private String why(Unknown unknown) {
        String words = messages.text("probe.origin.doubt." + unknown.doubt().label());
        return unknown.failure() == null
                ? words
                : words + " " + new ProbeText(messages).of(unknown.failure());
    }
}
