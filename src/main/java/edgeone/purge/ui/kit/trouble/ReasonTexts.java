package edgeone.purge.ui.kit.trouble;

import edgeone.purge.history.ReasonCount;
import edgeone.purge.messages.Messages;
import edgeone.purge.teo.error.ErrorText;

import java.util.Locale;

/** Why targets were not purged, and what can be done about it. */
public final class ReasonTexts {
    private static final String TOO_MANY = "LimitExceeded.BatchQuota";

    private final Messages messages;
    private final ErrorText errors;

    public ReasonTexts(Messages messages) {
        this.messages = messages;
        errors = new ErrorText(messages);
    }

    /** {@code Rejected: domain not valid} */
    public String reason(ReasonCount of) {
        String state = messages.text("window.target." + of.state().label());
        return of.reason().equals(of.state().label())
                ? state
                : messages.text("window.end.reason", state, of.reason());
    }

    /** What can be done about it. */
    public String advice(ReasonCount of) {
        String said = of.reason().toLowerCase(Locale.ROOT);
        if (said.contains("domain not valid")) {
            return messages.text("window.end.do.domain");
        }
        String code = of.code() == null ? "" : of.code();
        String own = "window.end.do." + code;
        if (!code.isEmpty() && messages.has(own)) {
            return messages.text(own);
        }
        if (code.contains(".")) {
            return errors.explain(code, null, null).todo();
        }
        return switch (of.state()) {
            case REJECTED -> messages.text("window.end.do.rejected");
            case CANCELED -> messages.text("window.end.do.canceled");
            case PENDING, ACCEPTED, PROCESSING, SUCCEEDED, FAILED, TIMED_OUT, UNKNOWN ->
                    messages.text("window.end.do.failed");
        };
    }

    /** The same after a prefetch. */
    public String prefetchAdvice(ReasonCount of) {
        String code = of.code() == null ? "" : of.code();
        if (code.equals("invalid")) {
            return messages.text("window.end.do.invalid");
        }
        // There is no code for a plan without prefetch: it takes not even one URL.
        return code.equals(TOO_MANY) && of.count() == 1
                ? messages.text("window.end.do.noPrefetch")
                : advice(of);
    }

    /** What EdgeOne's error code means; empty if it has none. */
    public String meaning(ReasonCount of) {
        String code = of.code() == null ? "" : of.code();
        return code.contains(".") ? errors.explain(code, null, null).what() : "";
    }
}
