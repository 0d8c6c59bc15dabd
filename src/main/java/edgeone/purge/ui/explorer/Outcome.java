package edgeone.purge.ui.explorer;

import org.jspecify.annotations.Nullable;

/**
 * What the last call came to.
 *
 * @param reply without secrets; null if none came
 * @param trouble why it failed; null if it did not
 * @param job the job it became; null if it became none
 * @param mock whether the embedded EdgeOne answered
 */
record Outcome(
        @Nullable String reply, @Nullable Exception trouble, @Nullable String job, boolean mock) {}
