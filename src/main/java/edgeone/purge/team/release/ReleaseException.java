package edgeone.purge.team.release;

import edgeone.purge.messages.Messages;
import edgeone.purge.team.db.TeamTrouble;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** Requests cannot be read, or one cannot be decided. */
public final class ReleaseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String id;
    private final transient @Nullable TeamTrouble trouble;

    /** What is wrong. Texts: {@code team.request.…}. */
    public enum Problem {
        /** No team's database is set. */
        NO_TEAM,
        /** The team's database cannot be used. */
        TROUBLE,
        /** There is no such request. */
        UNKNOWN,
        /** It was asked for by the same user of the database. */
        OWN,
        /** It was decided, sent or has expired meanwhile. */
        CLOSED
    }

    ReleaseException(Problem problem, String id) {
        super(problem + " " + id);
        this.problem = problem;
        this.id = id;
        this.trouble = null;
    }

    private ReleaseException(SQLException cause) {
        super(cause);
        this.problem = Problem.TROUBLE;
        this.id = "";
        this.trouble = TeamTrouble.of(cause);
    }

    /** The same in words of its own, where it is a trigger that refused. */
    static ReleaseException of(SQLException e, String id) {
        return switch (String.valueOf(e.getSQLState())) {
            case "EP002" -> new ReleaseException(Problem.OWN, id);
            case "EP003" -> new ReleaseException(Problem.CLOSED, id);
            default -> new ReleaseException(e);
        };
    }

    public Problem problem() {
        return problem;
    }

    public String text(Messages messages) {
        TeamTrouble why = trouble;
        return why == null ? messages.text("team.request." + problem, id) : why.text(messages);
    }
}
