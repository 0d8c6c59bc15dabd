package edgeone.purge.requests;

import edgeone.purge.messages.Messages;

import java.util.List;

/** A request cannot be saved or read. */
public final class RequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RequestProblem problem;
    private final transient List<Object> details;

    /**
     * @param details what the problem's text names: the request or file, then what is wrong in it
     */
    public RequestException(RequestProblem problem, Object... details) {
        super(problem.name());
        this.problem = problem;
        this.details = List.of(details);
    }

    public RequestProblem problem() {
        return problem;
    }

    /** What is wrong and what to do. */
    public String text(Messages messages) {
        return messages.text(problem.messageKey(), details.toArray());
    }
}
