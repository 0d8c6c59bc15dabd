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

    public TeamTrouble trouble() {
        return trouble;
    }

    @Override
    public String text(Messages messages) {
        return trouble.text(messages);
    }
}
