package edgeone.purge.accounts;

import edgeone.purge.messages.Messages;

import java.util.List;
import java.util.stream.Collectors;

/** What was entered or asked for cannot be; says every reason at once. Never holds a secret. */
public final class AccountException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<AccountProblem> problems;
    private final String subject;

    /**
     * @param subject what it is about: an account's name, a URL; never an id, key or token
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

    /** The reasons for a reader, one a line. */
    public String text(Messages messages) {
        return problems.stream()
                .map(p -> messages.text(p.key(), subject))
                .collect(Collectors.joining("\n"));
    }
}
