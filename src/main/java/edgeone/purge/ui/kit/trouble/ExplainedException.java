package edgeone.purge.ui.kit.trouble;

import edgeone.purge.messages.Messages;

import java.util.function.Function;

/** An error explained by its thrower, in the language in use when it is shown. */
public final class ExplainedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Function<Messages, Trouble> explanation;

    public ExplainedException(Throwable cause, Function<Messages, Trouble> explanation) {
        super(cause.getMessage(), cause);
        this.explanation = explanation;
    }

    Trouble explain(Messages messages) {
        return explanation.apply(messages);
    }
}
