package edgeone.purge.accounts;

import edgeone.purge.messages.Messages;

import java.util.List;
import java.util.stream.Collectors;

/** What was entered or requested is invalid, with every reason at once. Never holds a secret. */
public final class AccountException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<AccountProblem> problems;
    private final String subject;

    /**
     * @param subject what it is about: an account's name or a URL; never an ID, key or token
     */
    public AccountException(List<AccountProblem> problems, String subject) {
        super(problems.stream().map(AccountProblem::label).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
        this.subject = subject;
    }

    public AccountException(AccountProblem problem, String subject) {
        this(List.of(problem), subject);
    }

    public List<AccountProblem> problems() {
        return problems;
    }

    /** The reasons as text, one per line. */
    public String text(Messages messages) {
        return problems.stream()
                .map(p -> messages.text(p.key(), subject))
                .collect(Collectors.joining("\n"));
    }
}
