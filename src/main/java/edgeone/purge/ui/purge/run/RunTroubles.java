package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.PrefetchRefusal;
import edgeone.purge.engine.RunResult;
import edgeone.purge.engine.origin.OriginRefusedException;
import edgeone.purge.engine.origin.OriginResult;
import edgeone.purge.teo.error.TeoException;
import edgeone.purge.ui.kit.trouble.ExplainedException;
import edgeone.purge.ui.kit.trouble.Trouble;
import edgeone.purge.ui.shell.run.RunState;

import org.jspecify.annotations.Nullable;

/** What went wrong in a run. */
final class RunTroubles {
    private RunTroubles() {}

    /** Null if nothing did, or if somebody canceled it. */
    static @Nullable Exception of(RunState state) {
        Exception trouble = state.trouble();
        if (trouble != null) {
            return isCanceled(trouble) ? null : trouble;
        }
        RunResult result = state.result();
        TeoException last = result == null ? null : result.lastTrouble();
        return result == null
                        || last == null
                        || !PrefetchRefusal.saysNotInPlan(result.summary().job(), result.batches())
                ? last
                : notInPlan(last);
    }

    private static boolean isCanceled(Exception trouble) {
        return trouble instanceof OriginRefusedException refused
                && refused.result().end() == OriginResult.End.STOPPED;
    }

    /** EdgeOne has no code of its own for it, and its code says something else. */
    private static ExplainedException notInPlan(TeoException said) {
        return new ExplainedException(
                said,
                messages ->
                        new Trouble(
                                messages.text("window.trouble.noPrefetch"),
                                messages.text("window.trouble.noPrefetchWhy"),
                                messages.text("window.end.do.noPrefetch"),
                                said.code(),
                                said.requestId()));
    }
}
