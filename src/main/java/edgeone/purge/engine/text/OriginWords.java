package edgeone.purge.engine.text;

import edgeone.purge.messages.Messages;
import edgeone.purge.messages.Shown;
import edgeone.purge.messages.VisibleText;
import edgeone.purge.probe.origin.Checked;
import edgeone.purge.probe.origin.Finding.Unknown;
import edgeone.purge.probe.origin.Round;

import java.util.List;
import java.util.StringJoiner;

/** What was found at the origin, in words. */
public final class OriginWords {
    /** Targets that are named, at most. */
    private static final int FEW = 5;

    private final Messages messages;

    public OriginWords(Messages messages) {
        this.messages = messages;
    }

    /** How many are old, new and unknown. */
    public String counts(Round round) {
        return messages.text(
                "probe.origin.round", round.old().size(), round.unknown().size(), round.fresh());
    }

    /** Names the first of those that are not new; ends with a line break unless all are. */
    public String named(Round round) {
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

    /** Why it cannot be told whether a target is new. */
    public String why(Unknown unknown) {
        String words = messages.text("probe.origin.doubt." + unknown.doubt().label());
        return unknown.failure() == null
                ? words
                : words + " " + new FailureText(messages).of(unknown.failure());
    }
}
