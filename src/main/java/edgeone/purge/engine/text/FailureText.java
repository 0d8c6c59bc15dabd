package edgeone.purge.engine.text;

import edgeone.purge.messages.Messages;
import edgeone.purge.model.probe.Probe.Failure;

/** Why a site that was asked gave no answer. */
public final class FailureText {
    private final Messages messages;

    public FailureText(Messages messages) {
        this.messages = messages;
    }

    /** What went wrong and what to do. */
    public String of(Failure failure) {
        String words = messages.text("probe.trouble." + failure.trouble().label());
        return failure.detail().isEmpty()
                ? words
                : messages.text("probe.detail", words, failure.detail());
    }
}
