package edgeone.purge.ui.purge;

import edgeone.purge.engine.ConfirmedPlan;
import edgeone.purge.engine.Consent;
import edgeone.purge.engine.guard.Reach;
import edgeone.purge.engine.plan.Plan;
import edgeone.purge.ui.guard.AskedPurge;
import edgeone.purge.ui.guard.Questions;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.kit.dialog.Dialogs;
import edgeone.purge.ui.purge.plan.Permission;
import edgeone.purge.ui.purge.plan.PlanTexts;
import edgeone.purge.ui.purge.plan.Review;
import edgeone.purge.ui.purge.run.RunEnd;
import edgeone.purge.ui.purge.split.SplitModel;

import java.util.List;
import java.util.function.Consumer;

/** From a button to the purge: asks for the confirmation the account wants, then submits. */
final class Submitting {
    private final PurgeViewModel model;
    private final Formats formats;
    private final PlanTexts texts;
    private final Dialogs dialogs;
    private final Questions questions;
    private final Runnable onSubmit;

    /**
     * @param onSubmit called when a purge was submitted
     */
    Submitting(PurgeViewModel model, Formats formats, Dialogs dialogs, Runnable onSubmit) {
        this.model = model;
        this.formats = formats;
        this.dialogs = dialogs;
        this.onSubmit = onSubmit;
        texts = new PlanTexts(formats);
        questions = new Questions(formats, dialogs, model.guard().nanos());
    }

    /** Submits a plan. */
    void submit(Review review) {
        Plan plan = review.plan();
        ask(texts.button(plan), plan, review.reach(), consent -> submit(review, consent));
    }

    private void submit(Review review, Consent consent) {
        if (model.submit(review, consent)) {
            onSubmit.run();
        } else {
            dialogs.say(formats.text("window.go.changedTitle"), formats.text("window.go.changed"));
        }
    }

    /** Submits a purge over several zones; {@code started} runs once its jobs are recorded. */
    void submitSplit(
            SplitModel.State.Planned planned, List<ConfirmedPlan> confirmed, Runnable started) {
        if (!model.submitSplit(planned, confirmed, started)) {
            dialogs.say(formats.text("window.go.changedTitle"), formats.text("window.go.changed"));
        }
    }

    /** Submits again what the last purge left unpurged and may now succeed. */
    void retry() {
        RunEnd end = model.submission().endProperty().get();
        if (end != null) {
            Plan plan = end.plan();
            String targets = new Words(formats.messages()).targets(plan.type(), end.retryable());
            ask(
                    formats.text("window.job.retryWhat", targets),
                    plan,
                    Reach.of(plan),
                    consent -> model.submission().retry(consent));
        }
    }

    private void ask(String doing, Plan plan, Reach reach, Consumer<Consent> confirmed) {
        model.permission().ask(plan.type(), needed -> ask(doing, plan, reach, needed, confirmed));
    }

    /**
     * Asks for what has to be confirmed.
     *
     * @param confirmed receives the consent; never if the purge is not confirmed
     */
    void ask(
            String doing,
            Plan plan,
            Reach reach,
            Permission.Needed needed,
            Consumer<Consent> confirmed) {
        questions.ask(
                AskedPurge.of(doing, plan, needed.consent(), needed.account(), needed.seconds()),
                confirmed);
    }
}
