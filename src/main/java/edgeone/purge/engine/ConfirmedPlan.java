package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.NoteRule;
import edgeone.purge.model.probe.VerifyOrder;

import org.jspecify.annotations.Nullable;

/**
 * A plan to be submitted, and what was confirmed of it.
 *
 * @param verify what is to be verified of it, URLs only; null for nothing
 * @param thenPrefetch whether a prefetch of what was purged is to follow, URLs only
 */
public record ConfirmedPlan(
        Plan plan, Consent consent, @Nullable VerifyOrder verify, boolean thenPrefetch) {
    public ConfirmedPlan {
        if ((verify != null || thenPrefetch) && !plan.type().purgesUrls()) {
            throw new IllegalArgumentException("only URLs can be asked for or prefetched");
        }
    }

    /** A plan of which nothing is to be verified, and that nothing is to follow. */
    public ConfirmedPlan(Plan plan, Consent consent) {
        this(plan, consent, null, false);
    }

    /** The same, with what is to be verified of it; null for nothing. */
    public ConfirmedPlan withVerify(@Nullable VerifyOrder order) {
        return new ConfirmedPlan(plan, consent, order, thenPrefetch);
    }

    /** The same, followed by a prefetch or not. */
    public ConfirmedPlan withThenPrefetch(boolean wanted) {
        return new ConfirmedPlan(plan, consent, verify, wanted);
    }

    /** The same, with a note to be kept with the job. */
    public ConfirmedPlan withNote(@Nullable String note) {
        return new ConfirmedPlan(plan, consent.withNote(note), verify, thenPrefetch);
    }

    /** The same, filled in from a recipe; null for none. */
    public ConfirmedPlan withRecipe(@Nullable String name) {
        return new ConfirmedPlan(plan, consent.withRecipe(name), verify, thenPrefetch);
    }

    /** The note as it is kept; null if there is none. */
    @Nullable String note() {
        return NoteRule.cleaned(consent.note());
    }
}
