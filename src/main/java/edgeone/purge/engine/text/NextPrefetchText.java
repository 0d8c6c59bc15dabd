package edgeone.purge.engine.text;

import edgeone.purge.engine.plan.NextPrefetch;
import edgeone.purge.messages.Messages;
import edgeone.purge.model.FollowUp.Unmade;

/** What a prefetch after a purge costs, in words. */
public final class NextPrefetchText {
    private final Messages messages;

    public NextPrefetchText(Messages messages) {
        this.messages = messages;
    }

    public String of(NextPrefetch next) {
        Long left = next.left();
        Long after = next.after();
        if (next.unmade() == Unmade.NOT_IN_PLAN) {
            return messages.text("engine.then.not-in-plan");
        }
        if (left == null) {
            return messages.text("engine.then.unknown", next.urls());
        }
        return after == null
                ? messages.text("engine.then.quota", next.urls(), left)
                : messages.text("engine.then", next.urls(), left, after);
    }
}
