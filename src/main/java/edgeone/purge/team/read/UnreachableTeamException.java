package edgeone.purge.team.read;

import edgeone.purge.history.UnreachableHistoryException;
import edgeone.purge.messages.Messages;

import java.sql.SQLException;

/** The team's database cannot be read now. */
public final class UnreachableTeamException extends UnreachableHistoryException {
    private static final long serialVersionUID = 1L;

    UnreachableTeamException(SQLException cause) {
        super(cause);
    }

    @Override
    public String text(Messages messages) {
        return messages.text("team.read.unreachable");
    }
}
