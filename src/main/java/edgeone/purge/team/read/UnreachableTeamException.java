package edgeone.purge.team.read;

import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.messages.Messages;
import edgeone.purge.team.db.TeamTrouble;

import java.sql.SQLException;

/** The team's database cannot be read now. */
public final class UnreachableTeamException extends UnreachableHistoryException {
    private static final long serialVersionUID = 1L;

    private final transient TeamTrouble trouble;

    UnreachableTeamException(SQLException cause) {
        super(cause);
        trouble = TeamTrouble.of(cause);
    }

    @Override
    public Obstacle obstacle() {
        return switch (trouble.kind()) {
            case PASSWORD, LOCKED, SECRET, CERTIFICATE, NO_TLS, RIGHTS -> Obstacle.ACCESS;
            case UNREACHABLE, SLOW, FULL, READ_ONLY, FAILED -> Obstacle.NETWORK;
            case NOT_POSTGRESQL,
                    OLD_SERVER,
                    NO_DATABASE,
                    NO_SCHEMA,
                    OLDER_SCHEMA,
                    NEWER_SCHEMA,
                    BROKEN,
                    CLOCK,
                    ADDRESS ->
                    Obstacle.CONTENT;
        };
    }

    @Override
    public String code() {
        return trouble.kind().code();
    }

    @Override
    public String text(Messages messages) {
        return trouble.text(messages);
    }
}
