package edgeone.purge.recipes;

import edgeone.purge.messages.Messages;

import java.util.List;

/** A recipe cannot be saved, read or filled in. */
public final class RecipeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RecipeProblem problem;
    private final transient List<Object> details;

    /**
     * @param details what the problem's text names: the recipe or file, then what is wrong in it
     */
    public RecipeException(RecipeProblem problem, Object... details) {
        super(problem.name());
        this.problem = problem;
        this.details = List.of(details);
    }

    public RecipeProblem problem() {
        return problem;
    }

    /** What is wrong and what to do. */
    public String text(Messages messages) {
        return messages.text(problem.messageKey(), details.toArray());
    }
}
