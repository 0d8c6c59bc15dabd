package edgeone.purge.engine;

import edgeone.purge.engine.plan.Plan;
import edgeone.purge.model.NoteRule;

import org.jspecify.annotations.Nullable;

/** A plan to be submitted, and what was confirmed of it. */
public record ConfirmedPlan(Plan plan, Consent consent) {
    /** The same, with a note to be kept with the job. */
    public ConfirmedPlan withNote(@Nullable String note) {
        return new ConfirmedPlan(plan, consent.withNote(note));
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
