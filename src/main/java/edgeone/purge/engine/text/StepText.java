package edgeone.purge.engine.text;

import edgeone.purge.messages.Messages;
import edgeone.purge.model.FollowUp.Unmade;
import edgeone.purge.model.step.Step;

/** Steps in words. */
public final class StepText {
    private final Messages messages;

    public StepText(Messages messages) {
        this.messages = messages;
    }

    /** What the step is called. */
    public String name(Step.Kind kind) {
        return messages.text("engine.step." + kind.name());
    }

    /** How far it is, in one or two words. */
    public String state(Step.State state) {
        return messages.text("engine.step.state." + state.name());
    }

    /** What was not done, as a sentence; empty if nothing is missing. */
    public String missing(Step step) {
        Unmade unmade = step.unmade();
        if (!step.isBad() || (unmade == null && step.of() == 0)) {
            return "";
        }
        return unmade == null
                ? messages.text(
                        "engine.step." + step.state().name() + "." + step.kind().name(),
                        step.undone(),
                        step.of())
                : messages.text("engine.unmade." + unmade.name());
    }
}
