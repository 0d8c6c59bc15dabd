package edgeone.purge.ui.purge.run;

import edgeone.purge.engine.History.ReasonCount;
import edgeone.purge.model.TargetState;
import edgeone.purge.targets.TargetList.Problem;
import edgeone.purge.teo.error.ErrorText;
import edgeone.purge.ui.kit.Formats;
import edgeone.purge.ui.kit.Words;
import edgeone.purge.ui.purge.editor.LineFate;

import java.util.Locale;

/** What the screen says about targets that were not purged. */
public final class EndTexts {
    private final Formats formats;
    private final Words words;
    private final ErrorText errors;

    public EndTexts(Formats formats) {
        this.formats = formats;
        words = new Words(formats.messages());
        errors = new ErrorText(formats.messages());
    }

    /** {@code Rejected: domain not valid} */
    String reason(ReasonCount of) {
        String state = words.target(of.state());
        return of.reason().equals(of.state().label())
                ? state
                : formats.text("window.end.reason", state, of.reason());
    }

    /** What can be done about it. */
    String advice(ReasonCount of) {
        String said = of.reason().toLowerCase(Locale.ROOT);
        if (said.contains("domain not valid")) {
            return formats.text("window.end.do.domain");
        }
        String code = of.code() == null ? "" : of.code();
        String own = "window.end.do." + code;
        if (!code.isEmpty() && formats.messages().has(own)) {
            return formats.text(own);
        }
        if (code.contains(".")) {
            return errors.explain(code, null, null).todo();
        }
        if (of.state() == TargetState.REJECTED) {
            return formats.text("window.end.do.rejected");
        }
        return formats.text("window.end.do.failed");
    }

    /** What happened to a line, and the reason if there is one. */
    public String fate(LineFate fate) {
        String what = formats.text("window.fate." + fate.kind().name());
        Problem problem = fate.problem();
        String why =
                problem == null
                        ? fate.reason()
                        : formats.text(problem.kind().messageKey(), problem.detail());
        return why.isEmpty() ? what : formats.text("window.end.reason", what, why);
    }

    /** The same, with the line's number. */
    public String fate(int line, LineFate fate) {
        return formats.text("window.fate.line", line, fate(fate));
    }
}
