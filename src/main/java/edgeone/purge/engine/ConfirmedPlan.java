package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.PurgeType;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;

/**
 * A plan to be submitted, and what was confirmed of it.
 *
 * @param verify what is to be verified of it, URLs only; null for nothing
 */
public record ConfirmedPlan(Plan plan, Consent consent, @Nullable VerifyOrder verify) {
    public ConfirmedPlan {
        if (verify != null && plan.type() != PurgeType.URL) {
            throw new IllegalArgumentException("only URLs can be asked for");
        }
    }

    /** A plan of which nothing is to be verified. */
    public ConfirmedPlan(Plan plan, Consent consent) {
        this(plan, consent, null);
    }

    /** The same, with what is to be verified of it; null for nothing. */
    public ConfirmedPlan withVerify(@Nullable VerifyOrder order) {
        return new ConfirmedPlan(plan, consent, order);
    }

    /** The same, with a note to be kept with the job. */
    public ConfirmedPlan withNote(@Nullable String note) {
        return new ConfirmedPlan(plan, consent.withNote(note), verify);
    }

    /** The same, filled in from a recipe; null for none. */
    public ConfirmedPlan withRecipe(@Nullable String name) {
        return new ConfirmedPlan(plan, consent.withRecipe(name));
    }

    /** The note as it is kept; null if there is none. */
    @Nullable String note() {
        return NoteRule.cleaned(consent.note());
    }
}
