package edgeone.purge.ui.purge.run;

import edgeone.purge.history.ReasonCount;
import edgeone.purge.model.PurgeType;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.trouble.ReasonTexts;
import edgeone.purge.ui.purge.editor.LineFate;

/** What the screen says about targets that were not purged. */
public final class EndTexts {
    private final Formats formats;
    private final ReasonTexts reasons;

    public EndTexts(Formats formats) {
        this.formats = formats;
        reasons = new ReasonTexts(formats.messages());
    }

    /** {@code Rejected: domain not valid} */
    String reason(ReasonCount of) {
        return reasons.reason(of);
    }

    /** What can be done about it. */
    String advice(ReasonCount of) {
        return reasons.advice(of);
    }

    /** The same after a prefetch. */
    String prefetchAdvice(ReasonCount of) {
        return reasons.prefetchAdvice(of);
    }

    /** What happened to a line, and the reason if there is one. */
    public String fate(LineFate fate, PurgeType type) {
        String what =
                type.isPrefetch() && fate.kind() == LineFate.Kind.SUCCEEDED
                        ? formats.text("window.fate.prefetched")
                        : formats.text("window.fate." + fate.kind().name());
        Problem problem = fate.problem();
        String why =
                problem == null
                        ? fate.reason()
                        : formats.text(problem.kind().messageKey(), problem.detail());
        return why.isEmpty() ? what : formats.text("window.end.reason", what, why);
    }

    /** The same, with the line's number. */
    public String fate(int line, LineFate fate, PurgeType type) {
        return formats.text("window.fate.line", line, fate(fate, type));
    }
}
