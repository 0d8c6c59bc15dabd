package edgeone.purge.engine.text;

import edgeone.purge.messages.Messages;
import edgeone.purge.model.probe.Verdict;
import edgeone.purge.model.probe.Verdict.Reason;

/** A verdict in words. */
public final class VerdictText {
    private final Messages messages;

    public VerdictText(Messages messages) {
        this.messages = messages;
    }

    /** The kind alone, in a word or two. */
    public String name(Verdict.Kind kind) {
        return messages.text("probe.verdict." + kind.label());
    }

    /** What it means, with the edge and the detail if there are any. */
    public String of(Verdict verdict) {
        Reason reason = verdict.reason();
        String words =
                reason == null
                        ? messages.text("probe.meaning." + verdict.kind().label())
                        : messages.text("probe.reason." + reason.label());
        String detail = detail(verdict);
        String told = detail.isEmpty() ? words : messages.text("probe.detail", words, detail);
        return verdict.at() == null ? told : messages.text("probe.at", told, verdict.at());
    }

    private String detail(Verdict verdict) {
        String detail = verdict.detail();
        if (detail == null) {
            return "";
        }
        return verdict.kind() == Verdict.Kind.UNREACHABLE
                ? messages.text("probe.trouble." + detail)
                : detail;
    }
}
